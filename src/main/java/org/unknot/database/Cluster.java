package org.unknot.database;

import static org.unknot.database.StartupProblem.Kind.OTHER_MAJOR_VERSION;
import static org.unknot.database.StartupProblem.Kind.SERVER_DOES_NOT_START;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The files of our database: made once, kept for good. The program signs in as {@link #USER}, who owns its database and is
 * no superuser; nobody can sign in as superuser, because that password is forgotten as soon as the files exist.
 */
final class Cluster {

    static final String USER = "unknot";
    static final String DATABASE = "unknot";

    private final Path parent;
    private final Binaries binaries;
    private final Commands commands;

    Cluster(Path parent, Binaries binaries, Commands commands) {
        this.parent = parent;
        this.binaries = binaries;
        this.commands = commands;
    }

    Path folder() {
        return parent.resolve("cluster");
    }

    /** Makes the files unless they are there; refuses files of another major version. Safe to kill at any moment. */
    void prepare(String version) {
        try {
            if (Files.exists(folder())) {
                requireMajor(version.replaceFirst("\\..*", ""));
            } else {
                create();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireMajor(String ours) throws IOException {
        var theirs = Files.readString(folder().resolve("PG_VERSION")).strip();
        if (!theirs.equals(ours)) {
            throw new StartupProblem(
                    OTHER_MAJOR_VERSION,
                    "The data in " + folder() + " is of PostgreSQL " + theirs + "; this Unknot brings PostgreSQL "
                            + ours + ".",
                    "Start the Unknot that made it and dump the data, then restore it into a new folder (UNKNOT_DATA). "
                            + "Nothing was changed.");
        }
    }

    /** Works in a folder of its own and renames it last, so that a half-made cluster is never mistaken for a whole one. */
    private void create() throws IOException {
        var making = parent.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(making);
        var forgotten = secretFile("superuser-password.new", newPassword());
        must(commands.run(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + making,
                        "--username=postgres",
                        "--pwfile=" + forgotten,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions"),
                null));
        Files.delete(forgotten);
        singleUser(making, "create role " + USER + " login\ncreate database " + DATABASE + " owner " + USER + "\n");
        Files.deleteIfExists(passwordFile());
        Files.move(making, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The password of {@link #USER}; makes and sets a new one where the file is missing. The server must not run. */
    String password() {
        try {
            if (!Files.exists(passwordFile())) {
                var password = newPassword();
                singleUser(folder(), "alter role " + USER + " password '" + password + "'\n");
                Files.move(secretFile("password.new", password), passwordFile(), StandardCopyOption.ATOMIC_MOVE);
            }
            return password(parent);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The password that is kept there. */
    static String password(Path parent) {
        try {
            return Files.readString(parent.resolve("password")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path passwordFile() {
        return parent.resolve("password");
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A file that only its owner can read, from its first byte on. */
    private Path secretFile(String name, String secret) throws IOException {
        var file = parent.resolve(name);
        Files.deleteIfExists(file);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, onlyOwner);
        Files.writeString(file, secret);
        commands.giveTo(file);
        return file;
    }

    /** Runs statements, one a line, without a listening server and therefore without a password. */
    private void singleUser(Path cluster, String statements) {
        var said = must(commands.run(
                List.of(
                        binaries.program("postgres"),
                        "--single",
                        "-D",
                        cluster.toString(),
                        "-c",
                        "exit_on_error=on",
                        "postgres"),
                statements));
        assert !said.contains("ERROR") : said;
    }

    private static String must(Commands.Outcome outcome) {
        if (!outcome.worked()) {
            throw problem(outcome.output());
        }
        return outcome.output();
    }

    /** Names a full disk by its own code; anything else is shown as PostgreSQL said it. */
    static StartupProblem problem(String said) {
        if (said.contains("No space left on device")) {
            return Binaries.diskFull(Path.of("the data"));
        }
        return new StartupProblem(
                SERVER_DOES_NOT_START,
                "The database does not start. It says:\n" + said,
                "If the lines above do not tell what to do, keep a copy of the data folder and ask for help with them.");
    }
}
