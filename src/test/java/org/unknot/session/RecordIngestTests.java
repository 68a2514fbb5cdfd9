package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts are never refused, never doubled, and never taken for somebody else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RecordIngestTests {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private GuestPhone phone;

    @BeforeEach
    void aGuestWithAPlan() throws Exception {
        phone = new GuestPhone(port);
        phone.answerNoToEverything();
    }

    @Test
    void theScriptOfACleanPlanHasBothSidesInFullAndTimeToGetReady() throws Exception {
        JsonNode steps = phone.begin().path("steps");
        int left = 0;
        int right = 0;
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            if (step.path("role").stringValue("").equals("get-ready")) {
                assertThat(step.path("seconds").intValue()).isGreaterThanOrEqualTo(10);
            }
            if (step.path("role").stringValue("").equals("hold")) {
                assertThat(steps.get(i - 1).path("role").stringValue("")).isEqualTo("get-ready");
                left += step.path("side").stringValue("").equals("left")
                        ? step.path("seconds").intValue()
                        : 0;
                right += step.path("side").stringValue("").equals("right")
                        ? step.path("seconds").intValue()
                        : 0;
            }
        }
        assertThat(left).isPositive().isEqualTo(right);
    }

    @Test
    void everyHoldCarriesItsEasierFormsDownToASafeRest() throws Exception {
        for (JsonNode step : phone.begin().path("steps")) {
            if (step.path("role").stringValue("").equals("hold")) {
                JsonNode form = step;
                while (!form.path("easier").isNull()) {
                    form = form.path("easier");
                }
                assertThat(form.path("exercise").stringValue("")).isEqualTo("rest");
                assertThat(form.path("tags")).isEmpty();
                assertThat(step.path("onStop").size()).isEqualTo(5);
            }
        }
    }

    @Test
    void sentTwiceIsStoredOnce() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        HttpResponse<String> first = phone.put(id, record);
        HttpResponse<String> second = phone.put(id, record);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body().replace("\"first\":true", "\"first\":false"));
    }

    @Test
    void oneRecordIsOneDecisionOfTheGate() throws Exception {
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        int before = decisions();
        phone.put(UuidCreator.getTimeOrderedEpoch(), record);
        assertThat(decisions() - before).isEqualTo(1);
    }

    private int decisions() {
        return jdbc.sql("select count(*) from audit.entry")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    @Test
    void whatCameInTheWrongOrderTakesNothingAway() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode shorter = GuestPhone.everythingDone(phone.begin());
        ObjectNode longer = shorter.deepCopy();
        longer.putObject("after").put("change", "better").put("pain", 2);
        String whole = phone.put(id, longer).body();
        HttpResponse<String> late = phone.put(id, shorter);
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).isEqualTo(whole.replace("\"first\":true", "\"first\":false"));
        assertThat(jdbc.sql("select body::text from session.record where id = ?")
                        .param(id)
                        .query((row, n) -> row.getString(1))
                        .single())
                .contains("better");
    }

    @Test
    void sentByManyAtOnceItIsStillOne() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> put = () -> phone.put(id, record).statusCode();
            var statuses = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> put).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
        }
    }

    @Test
    void theTwoQuestionsMayComeLaterAndDoNotChangeAfterwards() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        phone.put(id, record);
        record.putObject("after").put("change", "better").put("pain", 2);
        assertThat(phone.put(id, record).statusCode()).isEqualTo(200);
        assertThat(phone.put(id, record).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2031"})
    void aStopFromAPhoneWithAWrongClockAsksAgainAndNewAnswersEndThat(String year) throws Exception {
        JsonNode script = phone.begin();
        assertThat(holds(script)).isNotEmpty();
        ObjectNode record = GuestPhone.everythingDone(script);
        record.put("startedAt", year + "-11-22T08:00:00Z");
        record.putObject("clock").put("sentAt", year + "-11-22T08:00:00Z");
        ObjectNode stop = ((ArrayNode) record.path("events")).addObject();
        stop.put("n", record.path("events").size()).put("atMs", 999_999).put("type", "stop");
        stop.put("step", holds(script).getFirst())
                .put("reason", "spreading")
                .put("where", "below-knee")
                .put("pain", 6);
        assertThat(phone.put(UuidCreator.getTimeOrderedEpoch(), record).statusCode())
                .isEqualTo(201);

        assertThat(holds(phone.begin())).as("asked again first").isEmpty();
        phone.answerNoToEverything();
        assertThat(holds(phone.begin())).as("answered again").isNotEmpty();
    }

    private static List<String> holds(JsonNode script) {
        return StreamSupport.stream(script.path("steps").spliterator(), false)
                .filter(step -> step.path("role").stringValue("").equals("hold"))
                .map(step -> step.path("id").stringValue(""))
                .toList();
    }

    @Test
    void aForeignScriptOrRecordIsNotTaken() throws Exception {
        JsonNode script = phone.begin();
        GuestPhone stranger = new GuestPhone(port);
        stranger.answerNoToEverything();
        assertThat(stranger.put(UuidCreator.getTimeOrderedEpoch(), GuestPhone.everythingDone(script))
                        .statusCode())
                .isEqualTo(404);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        phone.put(id, GuestPhone.everythingDone(script));
        assertThat(stranger.put(id, GuestPhone.everythingDone(stranger.begin())).statusCode())
                .isEqualTo(404);
        assertThat(stranger.send("GET", "/api/scripts/" + script.path("id").stringValue(""), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStaleAndSinceForbiddenScriptIsTakenAndFlagged() throws Exception {
        JsonNode script = phone.begin();
        phone.answer(GuestPhone.JSON.createObjectNode().put("worse-bending", "yes"));
        HttpResponse<String> answer = phone.put(UuidCreator.getTimeOrderedEpoch(), GuestPhone.everythingDone(script));
        JsonNode receipt = GuestPhone.JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(receipt.path("stale").booleanValue()).isTrue();
        assertThat(receipt.path("forbidden").toString()).contains("knee-to-chest");
    }

    @Test
    void aStaleScriptDoesNotStartAndTheNewOneLeavesOutWhatIsForbidden() throws Exception {
        JsonNode script = phone.begin();
        String start = "/api/scripts/" + script.path("id").stringValue("") + "/start";
        String revision = GuestPhone.JSON
                .createObjectNode()
                .put("revision", script.path("revision").stringValue(""))
                .toString();
        assertThat(phone.send("POST", start, revision).statusCode()).isEqualTo(200);
        phone.answer(GuestPhone.JSON.createObjectNode().put("worse-bending", "yes"));
        HttpResponse<String> again = phone.send("POST", start, revision);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).doesNotContain("\"knee-to-chest\"").contains("\"steps\"");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsField() throws Exception {
        ObjectNode record = GuestPhone.everythingDone(phone.begin());
        record.put("startedAt", "yesterday");
        HttpResponse<String> answer = phone.put(UuidCreator.getTimeOrderedEpoch(), record);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"startedAt\"", "\"example\"");
        assertThat(phone.send("PUT", "/api/records/" + UUID.randomUUID(), "{not json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(phone.send("PUT", "/api/records/not-an-id", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void numbnessWhileRestingAsksTheDangerQuestionsAgainBeforeAnythingElse() throws Exception {
        JsonNode ease = GuestPhone.JSON.readTree(
                phone.send("GET", "/scripts/ease-back-knees-up.json", null).body());
        ObjectNode record = GuestPhone.everythingDone(ease);
        record.put(
                "startedAt", java.time.Instant.now(java.time.Clock.systemUTC()).toString());
        var events = record.putArray("events");
        events.addObject().put("n", 1).put("atMs", 0).put("type", "start");
        String step = ease.path("steps").get(1).path("id").stringValue("");
        events.addObject()
                .put("n", 2)
                .put("atMs", 900)
                .put("type", "stop")
                .put("step", step)
                .put("reason", "numb");
        assertThat(phone.send("GET", "/plan", null).body()).doesNotContain("href=\"/call-now\"");
        assertThat(phone.put(UuidCreator.getTimeOrderedEpoch(), record).statusCode())
                .isEqualTo(201);
        assertThat(phone.send("GET", "/plan", null).body()).contains("href=\"/call-now\"");
        assertThat(phone.begin().path("steps").toString())
                .doesNotContain("\"role\":\"hold\"")
                .contains("\"role\":");
    }

    @Test
    void theEaseScriptIsEverybodysAndMakesAGuestOfWhoeverPlayedIt() throws Exception {
        GuestPhone fresh = new GuestPhone(port);
        HttpResponse<String> ease = fresh.send("GET", "/scripts/ease-back-knees-up.json", null);
        assertThat(ease.statusCode()).isEqualTo(200);
        assertThat(ease.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> answer = fresh.put(
                UuidCreator.getTimeOrderedEpoch(), GuestPhone.everythingDone(GuestPhone.JSON.readTree(ease.body())));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"stale\":false");
    }
}
