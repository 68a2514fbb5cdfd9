package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.TimeMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Courses over real HTTP: the gate before, the hour after, and facts that are never refused. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class HeatCourseTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void aClearedGuestStartsAndTheServerKnowsTheHardStop() throws Exception {
        HttpResponse<String> begun = HeatPhone.cleared(port).put(HeatPhone.id(), HeatPhone.wish("pack", 20));
        assertThat(begun.statusCode()).isEqualTo(201);
        JsonNode course = HeatPhone.read(begun);
        Instant began = Instant.parse(course.path("startedAt").stringValue(""));
        assertThat(course.path("endsAt").stringValue(""))
                .isEqualTo(began.plus(Duration.ofMinutes(20)).toString());
        assertThat(course.path("flags")).isEmpty();
    }

    @Test
    void whoToldNothingIsRefusedAndMadeNoGuest() throws Exception {
        HttpResponse<String> refused = new HeatPhone(port).put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(rules(refused)).containsExactly("not-asked");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fever, yes, level",
        "saddle-numb, yes, emergency",
        "leg-weak, yes, level",
    })
    void whatTriageDoesNotClearIsRefused(String question, String answer, String rule) throws Exception {
        HeatPhone phone = new HeatPhone(port);
        phone.tell("{\"%s\": \"%s\"}".formatted(question, answer), 4);
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).contains(rule);
    }

    @Test
    void severePainLeavesOnlyThePositionOfEase() throws Exception {
        HeatPhone phone = new HeatPhone(port);
        phone.tell("{}", 9);
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).contains("level");
    }

    @Test
    void answersPastTheirTimeAreAskedAgain() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        time.shiftBy(Duration.ofHours(49));
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).contains("not-asked");
    }

    @Test
    void aFeverSaidBeforeHeatIsToldToTriageAndANoIsNot() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        time.shiftBy(Duration.ofHours(47));
        phone.put(HeatPhone.id(), HeatPhone.wish("shower", 15));
        time.shiftBy(Duration.ofHours(2));
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15))))
                .as("a no said here does not make the danger answers fresh")
                .contains("not-asked");

        HeatPhone ill = HeatPhone.cleared(port);
        ObjectNode wish = HeatPhone.wish("pack", 15);
        ((ObjectNode) wish.path("answers")).put("fever", "yes");
        assertThat(rules(ill.put(HeatPhone.id(), wish))).contains("fever");
        assertThat(ill.get("/result").body()).contains("data-level=\"same-day\"");
    }

    @Test
    void theSecondCourseWaitsForAnHourAfterTheFirstWasOff() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        HttpResponse<String> meanwhile = phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        assertThat(meanwhile.statusCode()).isEqualTo(409);
        assertThat(HeatPhone.read(meanwhile).path("running").isObject()).isTrue();

        time.shiftBy(Duration.ofMinutes(74));
        HttpResponse<String> tooSoon = phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        assertThat(rules(tooSoon)).containsExactly("too-soon");
        assertThat(HeatPhone.read(tooSoon).path("restsUntil").isString()).isTrue();

        time.shiftBy(Duration.ofMinutes(2));
        assertThat(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void theHourCountsFromAnEarlyStop() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        UUID id = HeatPhone.id();
        phone.put(id, HeatPhone.wish("pack", 20));
        time.shiftBy(Duration.ofMinutes(5));
        phone.post("/heat/courses/" + id + "/end", "how=stopped");
        time.shiftBy(Duration.ofMinutes(59));
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).containsExactly("too-soon");
        time.shiftBy(Duration.ofMinutes(2));
        assertThat(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void ofSixteenStartsAtOnceOneIsAccepted() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Integer> start =
                    () -> phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)).statusCode();
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, 16).mapToObj(n -> start).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        }
    }

    @Test
    void theDatabaseItselfRefusesTwoLiveCoursesThatOverlap() {
        UUID person = UUID.randomUUID();
        insert(person, "2026-11-22T08:00:00Z", "2026-11-22T09:20:00Z", false);
        insert(person, "2026-11-22T08:30:00Z", "2026-11-22T09:50:00Z", true);
        insert(person, "2026-11-22T09:20:00Z", "2026-11-22T10:40:00Z", false);
        assertThatThrownBy(() -> insert(person, "2026-11-22T10:39:00Z", "2026-11-22T11:59:00Z", false))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("course_rests");
    }

    private void insert(UUID person, String from, String rests, boolean late) {
        jdbc.sql("""
                insert into heat.course (id, person_id, way, minutes, answers, received_at, started_at, rests_until, flags, late)
                values (?, ?, 'pack', 20, '{}', now(), ?::timestamptz, ?::timestamptz, '{}', ?)
                """).params(UUID.randomUUID(), person, from, rests, late).update();
    }

    @Test
    void aCourseDoneWithoutANetworkIsTakenInOnceMarkedAndKeepsTheHour() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        time.shiftBy(Duration.ofMinutes(60));
        ObjectNode late = late(Duration.ofMinutes(30), Duration.ofMinutes(8));
        UUID id = HeatPhone.id();
        HttpResponse<String> first = phone.put(id, late);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(HeatPhone.read(first).path("flags").toString())
                .contains("offline", "too-soon", "too-long")
                .doesNotContain("refused");
        assertThat(phone.put(id, late).statusCode()).isEqualTo(200);
        assertThat(HeatPhone.read(phone.put(id, late)).path("endedAt"))
                .isEqualTo(HeatPhone.read(first).path("endedAt"));
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).containsExactly("too-soon");
    }

    @Test
    void aLateCourseAgainstTheRulesIsAFactAllTheSame() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        ObjectNode late = late(Duration.ofHours(5), Duration.ofMinutes(280));
        ((ObjectNode) late.path("answers")).put("skin-broken", "unsure");
        HttpResponse<String> taken = phone.put(HeatPhone.id(), late);
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(HeatPhone.read(taken).path("flags").toString()).contains("refused");
    }

    private ObjectNode late(Duration beganAgo, Duration endedAgo) {
        Instant sent = Instant.parse("2026-11-22T08:00:00Z");
        ObjectNode late = HeatPhone.wish("pack", 20);
        late.put("offline", true).put("startedAt", sent.minus(beganAgo).toString());
        late.putObject("end").put("at", sent.minus(endedAgo).toString()).put("how", "time");
        late.putObject("clock").put("sentAt", sent.toString());
        return late;
    }

    @Test
    void thatTheHeatCameOffAfterTheAlarmIsAddedAndTheHourCountsFromThen() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        UUID id = HeatPhone.id();
        ObjectNode course = HeatPhone.wish("pack", 15);
        JsonNode begun = HeatPhone.read(phone.put(id, course));
        Instant ends = Instant.parse(begun.path("endsAt").stringValue(""));
        time.shiftBy(Duration.ofMinutes(30));
        course.putObject("end").put("at", ends.toString()).put("how", "time");
        phone.put(id, course);
        course.putObject("end").put("at", ends.plusSeconds(420).toString()).put("how", "time");
        JsonNode off = HeatPhone.read(phone.put(id, course));
        assertThat(off.path("flags").toString()).contains("too-long");
        time.shiftBy(Duration.ofMinutes(51));
        assertThat(rules(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)))).containsExactly("too-soon");
    }

    @Test
    void aCourseIsNobodyElsesToReadEndOrTakeOver() throws Exception {
        UUID id = HeatPhone.id();
        HeatPhone.cleared(port).put(id, HeatPhone.wish("pack", 15));
        HeatPhone other = HeatPhone.cleared(port);
        assertThat(other.get("/heat/courses/" + id).statusCode()).isEqualTo(404);
        assertThat(other.post("/heat/courses/" + id + "/end", "how=stopped").statusCode())
                .isEqualTo(404);
        assertThat(other.put(id, HeatPhone.wish("pack", 15)).statusCode()).isEqualTo(404);
    }

    @Test
    void erasingTakesTheCoursesToo() throws Exception {
        UUID id = HeatPhone.id();
        HeatPhone phone = HeatPhone.cleared(port);
        phone.put(id, HeatPhone.wish("pack", 15));
        phone.post("/erasure", "");
        assertThat(jdbc.sql("select count(*) from heat.course where id = ?")
                        .param(id)
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"minutes, 25", "minutes, 10", "way, \"tub\"", "skin, \"green\"", "startedAt, \"yesterday\""})
    void whatCannotBeReadIsNamed(String field, String value) throws Exception {
        ObjectNode wish = HeatPhone.wish("pack", 15);
        wish.set(field, HeatPhone.JSON.readTree(value));
        HttpResponse<String> refused = HeatPhone.cleared(port).put(HeatPhone.id(), wish);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HeatPhone.read(refused).path("field").stringValue("")).isEqualTo(field);
    }

    @Test
    void anOpenQuestionIsNamedAndNothingBegins() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        ObjectNode wish = HeatPhone.wish("pack", 15);
        ((ObjectNode) wish.path("answers")).remove("heat-rub-or-patch");
        HttpResponse<String> refused = phone.put(HeatPhone.id(), wish);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(HeatPhone.read(refused).path("field").stringValue("")).isEqualTo("answers.heat-rub-or-patch");
        assertThat(phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void thePhoneLearnsWhatItMayDoWithoutANetwork() throws Exception {
        HeatPhone phone = HeatPhone.cleared(port);
        JsonNode clear = HeatPhone.read(phone.get("/api/heat/standing"));
        assertThat(clear.path("refusals")).isEmpty();
        phone.put(HeatPhone.id(), HeatPhone.wish("pack", 15));
        JsonNode running = HeatPhone.read(phone.get("/api/heat/standing"));
        assertThat(running.path("running").path("leftMs").longValue()).isBetween(800_000L, 900_000L);
        assertThat(running.path("refusals").get(0).path("rule").stringValue("")).isEqualTo("too-soon");
        assertThat(HeatPhone.read(new HeatPhone(port).get("/api/heat/standing"))
                        .path("refusals")
                        .size())
                .isEqualTo(1);
    }

    private static List<String> rules(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
        return HeatPhone.read(response)
                .path("refusals")
                .valueStream()
                .map(refusal -> refusal.path("rule").stringValue(""))
                .toList();
    }
}
