package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.unknot.database.StartupProblem.Kind.FOLDER_IN_USE;
import static org.unknot.database.StartupProblem.Kind.FOLDER_UNUSABLE;
import static org.unknot.database.StartupProblem.Kind.OTHER_MAJOR_VERSION;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher over one folder: each test starts the server anew on what the ones before left. */
class EmbeddedServerTests {

    @TempDir
    static Path data;

    private static final Path CLUSTER = Path.of("postgres/cluster");

    @BeforeAll
    static void letEveryUserPass() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aRowIsThereAtTheNextStart() throws SQLException {
        try (var server = start()) {
            run(server, "create table if not exists kept (n int)");
            run(server, "insert into kept values (1)");
        }
        try (var server = start()) {
            assertThat(ask(server, "select count(*) from kept")).isNotEqualTo("0");
        }
    }

    @Test
    void itIsDurableChecksummedAndDeafBeyondLoopback() throws SQLException {
        try (var server = start()) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            var port = URI.create(server.address().jdbcUrl().substring("jdbc:".length()))
                    .getPort();
            assertThat(Path.of("/tmp/.s.PGSQL." + port)).doesNotExist();
        }
    }

    @Test
    void onlyItsOwnerReadsThePasswordAndNobodySignsInWithoutIt() throws IOException {
        try (var server = start()) {
            var file = data.resolve("postgres/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var refused = catchThrowableOfType(
                    SQLException.class,
                    () -> DriverManager.getConnection(server.address().jdbcUrl(), Cluster.USER, "wrong"));
            assertThat(refused.getSQLState()).isEqualTo("28P01");
            assertThat(server.address().toString())
                    .doesNotContain(server.address().password());
        }
    }

    @Test
    void aServerThatWasKilledComesBackAtTheSameAddress() throws Exception {
        try (var server = start()) {
            run(server, "create table if not exists survived (n int)");
            run(server, "insert into survived values (1)");
            var killed = Postmaster.of(data.resolve(CLUSTER)).orElseThrow().pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Postmaster.of(data.resolve(CLUSTER))
                            .filter(it -> it.pid() != killed && it.isReady(it.pid()))
                            .isPresent());
            assertThat(ask(server, "select count(*) from survived")).isNotEqualTo("0");
        }
    }

    @Test
    void aNoteWhoseNumberBelongsToAnotherProgramIsNotBelieved() throws IOException {
        start().close();
        var ourselves = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve(CLUSTER).resolve("postmaster.pid"),
                ourselves + "\n" + data.resolve(CLUSTER).toAbsolutePath() + "\n1\n5432\n\n127.0.0.1\n");
        start().close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aFolderIsForOneProgramAtATime() {
        try (var first = start()) {
            assertThat(first.address().user()).isEqualTo(Cluster.USER);
            var problem = catchThrowableOfType(StartupProblem.class, EmbeddedServerTests::start);
            assertThat(problem.kind()).isEqualTo(FOLDER_IN_USE);
            assertThat(problem.whatToDo()).contains("UNKNOT_DATA");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        start().close();
        var version = data.resolve(CLUSTER).resolve("PG_VERSION");
        Files.writeString(version, "17\n");
        try {
            var problem = catchThrowableOfType(StartupProblem.class, EmbeddedServerTests::start);
            assertThat(problem.kind()).isEqualTo(OTHER_MAJOR_VERSION);
            assertThat(problem).hasMessageContaining("PostgreSQL 17").hasMessageContaining("PostgreSQL 18");
        } finally {
            Files.writeString(version, "18\n");
        }
    }

    @Test
    void aLostPasswordIsReplaced() throws Exception {
        start().close();
        Files.delete(data.resolve("postgres/password"));
        try (var server = start()) {
            assertThat(ask(server, "select current_user")).isEqualTo(Cluster.USER);
        }
    }

    @Test
    void whatAKilledFirstStartLeftIsMadeAnew() throws Exception {
        start().close();
        Files.delete(data.resolve("postgres/server-" + TestDatabase.VERSION).resolve("complete"));
        Files.createDirectories(data.resolve("postgres/cluster.new/half"));
        try (var server = start()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatIsNoneIsToldInWords() throws IOException {
        var file = Files.writeString(data.resolve("a-file"), "");
        var problem = catchThrowableOfType(
                StartupProblem.class, () -> EmbeddedServer.start(file.resolve("data"), TestDatabase.VERSION));
        assertThat(problem.kind()).isEqualTo(FOLDER_UNUSABLE);
        assertThat(problem).hasMessageContaining(file.toString());
    }

    private static EmbeddedServer start() {
        return EmbeddedServer.start(data, TestDatabase.VERSION);
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException {
        var address = server.address();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        var address = server.address();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
