package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.springframework.modulith.moments.support.TimeMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quiet minutes over real HTTP: kept once, counted by day, nobody else's, gone when erased. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class QuietMinutesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Now now;

    @Autowired
    private JdbcClient jdbc;

    private GuestPhone phone;

    @BeforeEach
    void aPhoneAtNoon() {
        phone = new GuestPhone(port);
        // From a fixed hour, so that "days ago" means days whatever the clock on the wall says.
        Instant noon = now.today().plusDays(1).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        time.shiftBy(Duration.between(now.instant(), noon));
    }

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void sentTwiceItIsKeptOnceAndWhatComesLaterIsAdded() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        assertThat(put(phone, id, minutes(0, 600)).statusCode()).isEqualTo(201);
        put(phone, id, minutes(0, 660).put("after", 3));
        assertThat(put(phone, id, minutes(0, 600).put("after", 5)).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(
                                "select seconds || ' s, ' || tension_before || '>' || tension_after from session.quiet where id = ?")
                        .param(id)
                        .query((row, n) -> row.getString(1))
                        .single())
                .as("the longest that was told, and the tension that was told first")
                .isEqualTo("660 s, 7>3");
    }

    @Test
    void theDaysOfTheLastSevenAreCountedAndTheEighthIsForgotten() throws Exception {
        for (int daysAgo : new int[] {0, 0, 2, 6, 7}) {
            put(phone, UuidCreator.getTimeOrderedEpoch(), minutes(daysAgo, 300));
        }
        assertThat(days(phone).path("quietDays").intValue()).isEqualTo(3);
        assertThat(days(phone).path("today").booleanValue()).isTrue();
        assertThat(phone.send("GET", "/quiet/days", null).body()).contains("Quiet minutes on 3 of the last 7 days.");
    }

    @Test
    void lessThanAMinuteIsKeptButMakesNoDay() throws Exception {
        put(phone, UuidCreator.getTimeOrderedEpoch(), minutes(0, 59));
        assertThat(days(phone).path("quietDays").intValue()).isZero();
        put(phone, UuidCreator.getTimeOrderedEpoch(), minutes(0, 60));
        assertThat(days(phone).path("quietDays").intValue()).isEqualTo(1);
    }

    @Test
    void thePersonsZoneDecidesWhichDayItWas() throws Exception {
        // 12:00 UTC is 23:00 in Sydney and 02:00 of the next day in Kiritimati; before four it is still the day before
        // there.
        UUID id = UuidCreator.getTimeOrderedEpoch();
        put(phone, id, minutes(0, 600).put("zone", "Pacific/Kiritimati"));
        assertThat(jdbc.sql("select day from session.quiet where id = ?")
                        .param(id)
                        .query((row, n) -> row.getObject(1, java.time.LocalDate.class))
                        .single())
                .isEqualTo(now.today());
    }

    @Test
    void aZoneThatNobodyKnowsLosesNothing() throws Exception {
        assertThat(put(phone, UuidCreator.getTimeOrderedEpoch(), minutes(0, 600).put("zone", "Mars/Olympus"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aPhoneThatIsDaysOffCannotMoveTheDay() throws Exception {
        ObjectNode ahead = minutes(0, 600);
        ahead.put("startedAt", now.instant().plus(Duration.ofDays(3)).toString());
        ahead.putObject("clock")
                .put("sentAt", now.instant().plus(Duration.ofDays(3)).toString());
        put(phone, UuidCreator.getTimeOrderedEpoch(), ahead);
        assertThat(days(phone).path("today").booleanValue()).isTrue();
        GuestPhone slow = new GuestPhone(port);
        ObjectNode behind = minutes(3, 600);
        behind.putObject("clock")
                .put("sentAt", now.instant().minus(Duration.ofDays(3)).toString());
        put(slow, UuidCreator.getTimeOrderedEpoch(), behind);
        assertThat(days(slow).path("today").booleanValue())
                .as("of a phone that is days behind")
                .isTrue();
        ahead.remove("clock");
        GuestPhone other = new GuestPhone(port);
        put(other, UuidCreator.getTimeOrderedEpoch(), ahead);
        assertThat(days(other).path("today").booleanValue())
                .as("of a phone that does not tell its time")
                .isTrue();
    }

    @Test
    void oneTapCountsABathLikeAnyOther() throws Exception {
        HttpResponse<String> had = phone.send("POST", "/quiet?kind=bath", "");
        assertThat(had.statusCode()).isEqualTo(302);
        assertThat(days(phone).path("quietDays").intValue()).isEqualTo(1);
    }

    @Test
    void itIsNobodyElsesAndGoesWithTheRest() throws Exception {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        put(phone, id, minutes(0, 600));
        GuestPhone other = new GuestPhone(port);
        assertThat(put(other, id, minutes(0, 600)).statusCode()).isEqualTo(404);
        assertThat(days(other).path("quietDays").intValue()).isZero();
        phone.send("POST", "/erasure", "");
        assertThat(jdbc.sql("select count(*) from session.quiet where id = ?")
                        .param(id)
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, \"sauna\"",
        "seconds, -1",
        "seconds, 86401",
        "before, 11",
        "after, \"a lot\"",
        "startedAt, \"soon\""
    })
    void whatCannotBeReadIsNamed(String field, String value) throws Exception {
        ObjectNode told = minutes(0, 600);
        told.set(field, GuestPhone.JSON.readTree(value));
        HttpResponse<String> refused = put(phone, UuidCreator.getTimeOrderedEpoch(), told);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(GuestPhone.JSON.readTree(refused.body()).path("field").stringValue(""))
                .isEqualTo(field);
    }

    @Test
    void thePageIsTheSameForEverybodyAndHasSomebodyToRing() throws Exception {
        HttpResponse<String> page = phone.send("GET", "/quiet", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("Do you feel you cannot go on?", "href=\"/emergency\"", "#psychologist")
                .doesNotContain("streak");
    }

    private ObjectNode minutes(int daysAgo, int seconds) {
        ObjectNode told = GuestPhone.JSON.createObjectNode();
        told.put("kind", "breathing").put("seconds", seconds).put("before", 7);
        told.put("startedAt", now.instant().minus(Duration.ofDays(daysAgo)).toString());
        return told;
    }

    private static JsonNode days(GuestPhone phone) throws Exception {
        return GuestPhone.JSON.readTree(
                phone.send("GET", "/api/quiet/days", null).body());
    }

    private static HttpResponse<String> put(GuestPhone phone, UUID id, JsonNode told) throws Exception {
        return phone.send("PUT", "/api/quiet/" + id, told.toString());
    }
}
