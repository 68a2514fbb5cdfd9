package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.database.DatabaseCommand.Outcome;

/** A command on the data of the program: beside it, without it, and on a folder where there is none. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseCommandTests {

    @TempDir
    static Path data;

    @Test
    void itWorksBesideTheRunningServerAndWithoutIt(CapturedOutput output) throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var server = EmbeddedServer.start(data, TestDatabase.VERSION)) {
            assertThat(portOfCommand(output)).isEqualTo(server.address().jdbcUrl());
        }
        assertThat(portOfCommand(output)).startsWith("jdbc:postgresql://127.0.0.1:");
        assertThat(EmbeddedServer.running(data)).isEmpty();
    }

    @Test
    void aMistypedFolderDoesNotBecomeADatabase() {
        var nowhere = data.resolve("nowhere");
        assertThat(catchThrowable(() -> command(nowhere)))
                .rootCause()
                .hasMessageContaining("There is no database of Unknot");
        assertThat(nowhere).doesNotExist();
    }

    private String portOfCommand(CapturedOutput output) {
        assertThat(command(data)).isEqualTo(7);
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("jdbc:"))
                .toList()
                .getLast();
    }

    private static int command(Path folder) {
        return DatabaseCommand.run(
                new String[] {"--unknot.data=" + folder, "--unknot.database.url="},
                JdbcClient.class,
                jdbc -> new Outcome(
                        List.of(jdbc.sql(
                                        "select 'jdbc:postgresql://127.0.0.1:' || inet_server_port() || '/' || current_database()")
                                .query((row, n) -> row.getString(1))
                                .single()),
                        7));
    }
}
