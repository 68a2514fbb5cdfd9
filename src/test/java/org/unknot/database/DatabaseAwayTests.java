package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;

/** A database that goes away for ten seconds and comes back, and one whose disk is full. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.changes-per-minute=100000")
@DirtiesContext
class DatabaseAwayTests {

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the context is made
    private static EmbeddedServer server;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void aServerOfOurOwn(DynamicPropertyRegistry properties) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        server = EmbeddedServer.start(folder, TestDatabase.VERSION);
        properties.add("unknot.database.url", server.address()::jdbcUrl);
        properties.add("unknot.database.user", server.address()::user);
        properties.add("unknot.database.password", server.address()::password);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Two rows in one transaction, as the smallest thing that could be half written. */
    @TestConfiguration
    @RestController
    @Door(Door.For.ANYONE)
    static class Notes {

        private final JdbcClient database;

        Notes(JdbcClient database) {
            this.database = database;
        }

        @PostMapping("/api/test-notes")
        @Transactional
        String add(@RequestBody String text) {
            database.sql("insert into note values (?, 1)").param(text).update();
            database.sql("insert into note values (?, 2)").param(text).update();
            return text;
        }

        @GetMapping("/test-notes")
        int count() {
            return database.sql("select count(*) from note")
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void tenSecondsWithoutDatabaseAreToldWith503AndLoseNothingThatWasAcknowledged() throws Exception {
        database.sql("create table if not exists note (text text, part int)").update();
        var acknowledged = new ArrayList<String>();
        var answers = new ArrayList<Integer>();
        server.halt();
        try {
            var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            for (int n = 0; System.nanoTime() < end; n++) {
                var answer = post("away " + n);
                answers.add(answer.statusCode());
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body()).contains("try again in a few seconds");
            }
            assertThat(answers).hasSizeGreaterThan(2).containsOnly(503);

            var page = send(HttpRequest.newBuilder(uri("/test-notes")).header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<h1>", "away for a moment");
            assertThat(send(HttpRequest.newBuilder(uri("/readyz"))).statusCode())
                    .isEqualTo(503);
            assertThat(send(HttpRequest.newBuilder(uri("/livez"))).statusCode()).isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(uri("/"))).statusCode())
                    .as("home needs no database")
                    .isEqualTo(200);
        } finally {
            server.resume();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> send(HttpRequest.newBuilder(uri("/readyz"))).statusCode() == 200);
        for (int n = 0; n < 5; n++) {
            assertThat(post("back " + n).statusCode()).isEqualTo(200);
            acknowledged.add("back " + n);
        }
        assertThat(database.sql("select text from note group by text having count(*) = 2 order by text")
                        .query((row, number) -> row.getString(1))
                        .list())
                .isEqualTo(acknowledged);
    }

    @Test
    void aFullDiskIsToldInWordsAndNothingIsHalfWritten() throws Exception {
        database.sql("create table if not exists note (text text, part int)").update();
        database.sql("""
                create or replace function disk_full() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$""").update();
        database.sql(
                        "create trigger full_disk before insert on note for each row when (new.part = 2) execute function disk_full()")
                .update();
        var before = rows();

        var answer = post("no room");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(answer.body()).contains("disk is full").doesNotContain("extend file");
        assertThat(rows()).isEqualTo(before);

        database.sql("drop trigger full_disk on note").update();
        assertThat(post("room").statusCode()).isEqualTo(200);
        assertThat(rows()).isEqualTo(before + 2);
    }

    @Test
    void aMistakeOfOursIsNotCalledAnOutage() throws Exception {
        database.sql("create table if not exists note (text text, part int)").update();
        database.sql("alter table note rename to mislaid").update();
        assertThat(post("nowhere").statusCode()).isEqualTo(500);
        database.sql("alter table mislaid rename to note").update();
    }

    private int rows() {
        return database.sql("select count(*) from note").query(Integer.class).single();
    }

    private HttpResponse<String> post(String text) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/api/test-notes")).POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
