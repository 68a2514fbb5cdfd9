package org.unknot.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the programs of PostgreSQL. Where we are root they run as somebody unprivileged, because PostgreSQL refuses root
 * and because what listens on a port should own as little as it can.
 */
final class Commands {

    /** The user "nobody" of Linux. */
    private static final int NOBODY = 65534;

    private static final int ROOT = 0;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final int uid;
    private final boolean stepDown;

    private Commands(int uid, boolean stepDown) {
        this.uid = uid;
        this.stepDown = stepDown;
    }

    /** As ourselves; as root: as the owner that the folder already has, or as nobody where that is root or the folder new. */
    static Commands forFolder(Path folder) {
        var we = (int) new UnixSystem().getUid();
        if (we != ROOT) {
            return new Commands(we, false);
        }
        var owner = Files.exists(folder) ? ownerOf(folder) : ROOT;
        return new Commands(owner == ROOT ? NOBODY : owner, true);
    }

    private static int ownerOf(Path folder) {
        try {
            return (int) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Hands a file or folder to the user that the programs run as. */
    void giveTo(Path file) throws IOException {
        if (stepDown) {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    boolean stepsDown() {
        return stepDown;
    }

    /** What a program said, and its exit code: 0 when all is well. */
    record Outcome(int exitCode, String output) {
        boolean worked() {
            return exitCode == 0;
        }
    }

    /** Runs a program to its end as the unprivileged user, with {@code input} as its standard input. */
    Outcome run(List<String> command, @Nullable String input) {
        return runAsWeAre(steppingDown(command), input);
    }

    /** Runs a program to its end without stepping down. */
    static Outcome runAsWeAre(List<String> command, @Nullable String input) {
        try {
            var process = clean(command).redirectErrorStream(true).start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input == null ? "" : input);
            } catch (IOException endedEarly) {
                // a program that ended before it read its input says why in its output and exit code
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException notThere) {
            return new Outcome(127, String.valueOf(notThere.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), interrupted);
        }
    }

    /**
     * Starts a program that stays, as the unprivileged user and as our child. It writes to a file, because a pipe would end
     * with us; and it gets a session of its own, because Ctrl-C on our terminal would end it before we are done with it.
     */
    Process start(List<String> command, Path output) throws IOException {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(steppingDown(command));
        return clean(whole)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private List<String> steppingDown(List<String> command) {
        var whole = new ArrayList<String>();
        if (stepDown) {
            whole.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Without our environment: it may hold passwords of ours, or somebody's PGDATA or PGPORT. */
    private static ProcessBuilder clean(List<String> command) {
        var builder = new ProcessBuilder(command);
        var path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
