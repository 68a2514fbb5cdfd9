package org.unknot.database;

import static org.unknot.database.StartupProblem.Kind.DISK_FULL;
import static org.unknot.database.StartupProblem.Kind.FOLDER_UNUSABLE;
import static org.unknot.database.StartupProblem.Kind.PLATFORM_UNSUPPORTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The unpacked programs of PostgreSQL, one folder for each version, so that an upgrade never mixes two. */
record Binaries(Path folder) {

    /** Written last: a folder without it was left by an unpacking that did not end, and is made anew. */
    private static final String MARKER = "complete";

    private static final long NEEDED_BYTES = 250L << 20; // 60 MB of programs, 40 MB of new database, and room to work

    /** Unpacks the archive from the class path into {@code parent/server-version} unless that is done already. */
    static Binaries in(Path parent, String version) {
        var binaries = new Binaries(parent.resolve("server-" + version));
        if (!Files.exists(binaries.folder.resolve(MARKER))) {
            binaries.unpack(parent, archiveName());
        }
        return binaries;
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-" + (os.startsWith("mac") ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    private void unpack(Path parent, String archive) {
        try (var packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new StartupProblem(
                        PLATFORM_UNSUPPORTED,
                        "This build brings no PostgreSQL for this machine (" + archive + ").",
                        "Build it with the Maven profile all-platforms, or set UNKNOT_DATABASE_URL to a PostgreSQL of yours.");
            }
            if (Files.getFileStore(parent).getUsableSpace() < NEEDED_BYTES) {
                throw diskFull(parent);
            }
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectory(folder);
            var copy = folder.resolve(archive);
            Files.copy(packed, copy);
            extract(copy);
            Files.delete(copy);
            Files.createFile(folder.resolve(MARKER));
        } catch (IOException failed) {
            throw unusable(failed.toString());
        }
    }

    /**
     * By the system's tar, which is four times as fast as unpacking xz in Java, and spares us two libraries that would be used
     * once in the life of a data folder. Where tar or xz is missing we say so: one package of the system brings each.
     */
    private void extract(Path archive) throws IOException {
        var tar = Commands.runAsWeAre(List.of("tar", "-xJpof", archive.toString(), "-C", folder.toString()), null);
        if (!tar.worked()) {
            if (tar.output().contains("No space left on device")) {
                throw diskFull(folder);
            }
            throw unusable(tar.output() + ". Unpacking needs the programs tar and xz (apt-get install tar xz-utils)");
        }
    }

    private StartupProblem unusable(@Nullable String why) {
        return new StartupProblem(
                FOLDER_UNUSABLE,
                "PostgreSQL cannot be unpacked to " + folder + ": " + why,
                "Check that the folder is writable, or choose another with UNKNOT_DATA.");
    }

    static StartupProblem diskFull(Path folder) {
        return new StartupProblem(
                DISK_FULL,
                "The disk that holds " + folder + " is full.",
                "Free some space (Unknot needs about 250 MB to begin with), or choose a folder on another disk with UNKNOT_DATA.");
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
