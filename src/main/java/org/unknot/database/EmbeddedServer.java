package org.unknot.database;

import static org.unknot.database.StartupProblem.Kind.FOLDER_UNUSABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL in a folder: durable, listening on loopback only. It is found and stopped where a killed program left
 * it behind, and started again where it ends by itself.
 */
final class EmbeddedServer implements DatabaseServer {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    /** For recovery after a crash; PostgreSQL tells when it is ready, so a long limit costs nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int SECONDS_TO_STOP = 20;

    private final FolderLock lock;
    private final Path parent;
    private final Binaries binaries;
    private final Commands commands;
    private final Cluster cluster;
    private final DatabaseAddress address;
    private final int port;
    private final Object turn = new Object();
    private boolean wanted = true;

    /** Starts the server over {@code data/postgres}; makes the folder where there is none. */
    static EmbeddedServer start(Path data, String version) {
        var lock = FolderLock.take(data);
        try {
            return new EmbeddedServer(lock, version);
        } catch (RuntimeException failed) {
            lock.release();
            throw failed;
        }
    }

    /** The server that a program which runs now has over this folder. */
    static Optional<DatabaseAddress> running(Path data) {
        var parent = data.toAbsolutePath().normalize().resolve("postgres");
        return Postmaster.of(parent.resolve("cluster"))
                .filter(server -> server.isReady(server.pid()) && server.runs())
                .map(server -> address(server.port(), Cluster.password(parent)));
    }

    private static DatabaseAddress address(int port, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE, Cluster.USER, password);
    }

    private EmbeddedServer(FolderLock lock, String version) {
        this.lock = lock;
        parent = lock.folder().resolve("postgres");
        commands = Commands.forFolder(parent.resolve("cluster"));
        makeReachable();
        binaries = Binaries.in(parent, version);
        cluster = new Cluster(parent, binaries, commands);
        cluster.prepare(version);
        stopOrphan();
        var password = cluster.password();
        port = freePort();
        resume();
        address = address(port, password);
        log.info("PostgreSQL {} runs on 127.0.0.1:{} over {}", version, port, cluster.folder());
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    /** PostgreSQL insists on a folder of its own; as root, that of a user who must be able to get there. */
    private void makeReachable() {
        try {
            Files.createDirectories(parent);
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
            commands.giveTo(parent);
        } catch (IOException failed) {
            throw FolderLock.unusable(parent, failed);
        }
        if (commands.stepsDown()) {
            var reached = commands.run(List.of("test", "-w", parent.toString()), null);
            if (!reached.worked()) {
                throw new StartupProblem(
                        FOLDER_UNUSABLE,
                        "PostgreSQL must not run as root, and the unprivileged user it runs as cannot reach " + parent
                                + (reached.output().isEmpty() ? "." : ": " + reached.output()),
                        "Choose a folder that every user may pass through, for example UNKNOT_DATA=/var/lib/unknot, "
                                + "or start Unknot as an ordinary user.");
            }
        }
    }

    /** A program that was killed leaves its server running, or a note (postmaster.pid) of one that is gone. */
    private void stopOrphan() {
        var orphan = Postmaster.of(cluster.folder());
        if (orphan.isEmpty()) {
            return;
        }
        if (orphan.get().runs()) {
            log.info("Stopping the database that an earlier run left behind");
            stop();
        } else {
            orphan.get().forget();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private void launch() {
        var serverLog = parent.resolve("server.log");
        try {
            if (Files.exists(serverLog)) {
                Files.move(serverLog, parent.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var server = commands.start(serverCommand(), serverLog);
            var giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (!Postmaster.of(cluster.folder())
                    .filter(it -> it.isReady(server.pid()))
                    .isPresent()) {
                if (server.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                    server.destroyForcibly();
                    throw Cluster.problem(lastLines(serverLog));
                }
            }
            var unused = server.onExit().thenRunAsync(this::startAgain); // tells its failures itself
        } catch (IOException failed) {
            throw FolderLock.unusable(parent, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", interrupted);
        }
    }

    /** fsync, synchronous_commit and full_page_writes stay as PostgreSQL has them: on. Acknowledged means on disk. */
    private List<String> serverCommand() {
        var command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", cluster.folder().toString()));
        for (var setting : List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=50",
                "cluster_name=unknot",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                "log_error_verbosity=terse", // its details repeat values of rows, which may be somebody's health
                "max_parallel_workers_per_gather=0", // small tables, few cores
                "jit=off")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static String lastLines(Path serverLog) throws IOException {
        if (!Files.exists(serverLog)) {
            return "";
        }
        var lines = Files.readAllLines(serverLog);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    /** The server ended although it is wanted (killed for memory, for example): get it back, at the same address. */
    private void startAgain() {
        synchronized (turn) {
            while (wanted) {
                log.warn("The database ended by itself; starting it again");
                try {
                    launch();
                    return;
                } catch (RuntimeException again) { // whatever it was, a server that is wanted must be tried again
                    log.warn("It does not start yet: {}", again.getMessage());
                    letItsChildrenEnd();
                }
            }
        }
    }

    /** Its own processes may need a moment to notice that their parent is gone; gives way to {@link #halt} meanwhile. */
    private void letItsChildrenEnd() {
        try {
            turn.wait(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            wanted = false;
        }
    }

    /** Ends the server and leaves it so; {@link #resume} brings it back to the same address. */
    void halt() {
        synchronized (turn) {
            wanted = false;
            turn.notifyAll();
            var stopped = stop();
            if (!stopped.worked()) {
                log.warn("The database did not stop as asked: {}", stopped.output());
            }
        }
    }

    void resume() {
        synchronized (turn) {
            wanted = true;
            launch();
        }
    }

    @Override
    public void close() {
        halt();
        lock.release();
    }

    /** Fast: transactions under way are rolled back, connections closed, everything written. */
    private Commands.Outcome stop() {
        return commands.run(
                List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + cluster.folder(),
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + SECONDS_TO_STOP),
                null);
    }
}
