package org.unknot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Acknowledged means on disk: what was answered 2xx is there after the worst end, and the next start needs no hand. */
@Tag("slow")
class KillNineTests {

    private static final int POSTERS = 6;
    private static final int ENOUGH = 300;

    @TempDir
    Path folder;

    private final List<RunningProgram> started = new ArrayList<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    /** A record that was answered 2xx, and the phone (its cookies) that sent it. */
    private record Acknowledged(UUID id, HttpClient phone) {}

    @BeforeEach
    void letEveryUserPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void whatWasAcknowledgedIsThereAfterProgramAndDatabaseWereKilledWhilePosting() throws Exception {
        var program = start().ready();
        var script = easeScript(program);
        var posters = startPosters(program, script);
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);

        kill(program.database().pid());
        kill(program.process().pid());
        for (var poster : posters) {
            poster.join();
        }
        assertThat(program.process().waitFor(10, TimeUnit.SECONDS)).isTrue();

        var again = start().ready();
        var missing = new ArrayList<UUID>();
        for (var record : acknowledged) {
            var answer = put(record.phone(), again, record.id(), script);
            var wasThere = answer.statusCode() == 200 && answer.body().contains("\"first\":false");
            if (!wasThere) {
                missing.add(record.id());
            }
        }
        assertThat(missing)
                .as("of %d acknowledged records", acknowledged.size())
                .isEmpty();
        again.stop();
    }

    @Test
    void aDatabaseThatOutlivedItsProgramIsTakenOverByTheNextStart() throws Exception {
        var program = start().ready();
        var orphan = program.database();
        kill(program.process().pid());
        assertThat(program.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(orphan.runs()).as("the database outlives a killed program").isTrue();

        var again = start().ready();
        assertThat(orphan.runs()).isFalse();
        var itsOwn = again.database();
        assertThat(itsOwn.runs()).isTrue();
        again.stop();
        assertThat(itsOwn.runs())
                .as("a stopped program takes its database with it")
                .isFalse();
    }

    private RunningProgram start() throws IOException {
        var program = RunningProgram.start(folder, Map.of("UNKNOT_CHANGES_PER_MINUTE", "1000000"));
        started.add(program);
        return program;
    }

    /** Also where a test failed before it could: nothing may be left running. */
    @AfterEach
    void stopWhatIsLeft() throws InterruptedException {
        for (var program : started) {
            program.stop();
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static String easeScript(RunningProgram program) throws Exception {
        var answer = program.get("/scripts/ease-back-knees-up.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("id").stringValue();
    }

    /** Phones that deliver one record after the other until nobody answers any more. */
    private List<Thread> startPosters(RunningProgram program, String script) {
        var posters = new ArrayList<Thread>();
        for (int n = 0; n < POSTERS; n++) {
            posters.add(Thread.ofVirtual().start(() -> {
                var phone = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build();
                try {
                    while (true) {
                        var id = UuidCreator.getTimeOrderedEpoch();
                        var status = put(phone, program, id, script).statusCode();
                        if (status == 201) {
                            acknowledged.add(new Acknowledged(id, phone));
                        }
                    }
                } catch (IOException killed) {
                    // the program is gone, as the test wants it
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return posters;
    }

    private static HttpResponse<String> put(HttpClient phone, RunningProgram program, UUID id, String script)
            throws IOException, InterruptedException {
        var record = """
                {"script": "%s", "revision": "ease", "startedAt": "2026-11-22T08:00:00Z",
                 "clock": {"sentAt": "2026-11-22T08:02:00Z"}, "events": [{"n": 1, "atMs": 0, "type": "start"}]}
                """.formatted(script);
        var request = HttpRequest.newBuilder(program.uri("/api/records/" + id))
                .header("Content-Type", "application/json")
                .header("Origin", "http://127.0.0.1:" + program.port())
                .PUT(HttpRequest.BodyPublishers.ofString(record))
                .build();
        return phone.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
