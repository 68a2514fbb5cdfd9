package org.unknot.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The server process that postmaster.pid names. The number alone proves nothing: after a reboot it may belong to any
 * program, so a signal is sent only to a postgres over this very folder.
 */
record Postmaster(long pid, int port, String status, Path cluster) {

    /** Counted from 0; LOCK_FILE_LINE_PORT and LOCK_FILE_LINE_PM_STATUS of PostgreSQL's src/include/utils/pidfile.h, which counts from 1. */
    private static final int PORT_LINE = 3;

    private static final int STATUS_LINE = 7;

    static Optional<Postmaster> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
            var port = lines.size() > PORT_LINE && lines.get(PORT_LINE).matches("\\d{1,5}")
                    ? Integer.parseInt(lines.get(PORT_LINE))
                    : 0;
            return Optional.of(new Postmaster(Long.parseLong(lines.getFirst()), port, status, cluster));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the server with this number takes connections now. */
    boolean isReady(long number) {
        return pid == number && status.equals("ready");
    }

    boolean runs() {
        return process().map(ProcessHandle::info).filter(this::isOurs).isPresent();
    }

    private boolean isOurs(ProcessHandle.Info info) {
        return info.command().filter(program -> program.endsWith("postgres")).isPresent()
                && info.arguments()
                        .filter(all -> Arrays.asList(all).contains(cluster.toString()))
                        .isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }

    /**
     * Removes the note of a server that is gone, where its number belongs to another program now: PostgreSQL would take
     * that for itself and refuse. Otherwise the note stays, because PostgreSQL uses it to look for surviving children.
     */
    void forget() {
        if (process().isPresent()) {
            try {
                Files.delete(cluster.resolve("postmaster.pid"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
