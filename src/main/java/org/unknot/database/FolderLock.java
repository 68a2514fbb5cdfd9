package org.unknot.database;

import static org.unknot.database.StartupProblem.Kind.FOLDER_IN_USE;
import static org.unknot.database.StartupProblem.Kind.FOLDER_UNUSABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One program for one data folder: the system gives this lock back when its holder ends, however it ends, so whatever
 * database runs over a folder whose lock is free is an orphan and may be stopped.
 */
record FolderLock(Path folder, FileChannel channel) {

    static FolderLock take(Path data) {
        var folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("unknot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder);
            }
            return new FolderLock(folder, channel);
        } catch (OverlappingFileLockException ours) {
            throw inUse(folder);
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    private static StartupProblem inUse(Path folder) {
        return new StartupProblem(
                FOLDER_IN_USE,
                "Another Unknot is using the data folder " + folder + ".",
                "Stop it first, or give this one a folder of its own with UNKNOT_DATA.");
    }

    static StartupProblem unusable(Path folder, IOException failed) {
        return new StartupProblem(
                FOLDER_UNUSABLE,
                "The data folder " + folder + " cannot be used: " + failed,
                "Check that it is a folder and that you may write to it, or choose another with UNKNOT_DATA.");
    }

    void release() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
