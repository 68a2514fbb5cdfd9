package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import tools.jackson.databind.node.ObjectNode;

/** What was done of the plan besides the stretches is ticked off on it, on its day and for nobody else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class HeatTickedOffTests {

    private static final String DONE = "Done for today";

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Now now;

    @Autowired
    private JdbcClient jdbc;

    private HeatPhone phone;

    @BeforeEach
    void aPhoneAtNoon() throws Exception {
        Instant noon = now.today().plusDays(1).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        time.shiftBy(Duration.between(now.instant(), noon));
        phone = HeatPhone.cleared(port);
    }

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20, time, true",
        "15, 15, time, true",
        "20, 15, stopped, true",
        "20, 14, stopped, true",
        "20, 13, stopped, false",
        "20, 19, too-hot, false",
    })
    void aCourseTicksHeatOffWhenItWasWhole(int minutes, int after, String how, boolean ticked) throws Exception {
        UUID id = HeatPhone.id();
        ObjectNode course = HeatPhone.wish("pack", minutes);
        assertThat(phone.put(id, course).statusCode()).isEqualTo(201);
        assertThat(item("heat")).doesNotContain(DONE);
        time.shiftBy(Duration.ofMinutes(after));
        course.putObject("end").put("at", now.instant().toString()).put("how", how);
        assertThat(phone.put(id, course).statusCode()).isEqualTo(200);
        assertThat(item("heat").contains(DONE)).isEqualTo(ticked);
        assertThat(item("quiet")).doesNotContain(DONE);
    }

    @Test
    void aCourseWithoutANetworkDoesToo() throws Exception {
        ObjectNode late = HeatPhone.wish("pack", 20);
        late.put("offline", true)
                .put("startedAt", now.instant().minusSeconds(3600).toString());
        late.putObject("end")
                .put("at", now.instant().minusSeconds(2400).toString())
                .put("how", "time");
        phone.put(HeatPhone.id(), late);
        assertThat(item("heat")).contains(DONE);
    }

    @Test
    void quietMinutesAddUpToTheMinutesOfTheItemHoweverOftenTheyAreTold() throws Exception {
        UUID first = HeatPhone.id();
        quiet(first, 240);
        quiet(first, 240);
        assertThat(item("quiet")).contains("4 of 10 minutes so far").doesNotContain(DONE);
        quiet(first, 300);
        assertThat(item("quiet")).contains("5 of 10 minutes so far");
        quiet(HeatPhone.id(), 300);
        assertThat(item("quiet")).contains(DONE);
        assertThat(item("heat")).doesNotContain(DONE);
    }

    @Test
    void tomorrowBeginsAfreshAndNobodyElseSeesIt() throws Exception {
        quiet(HeatPhone.id(), 600);
        assertThat(item("quiet")).contains(DONE);
        assertThat(phone.get("/tomorrow").body()).doesNotContain(DONE);
        HeatPhone other = HeatPhone.cleared(port);
        assertThat(other.get("/plan").body()).contains("item-quiet").doesNotContain(DONE);
        time.shiftBy(Duration.ofDays(1));
        assertThat(item("quiet")).doesNotContain(DONE);
    }

    @Test
    void itGoesWithTheRest() throws Exception {
        UUID id = HeatPhone.id();
        quiet(id, 600);
        assertThat(rows(id)).isEqualTo(1);
        phone.post("/erasure", "");
        assertThat(rows(id)).isZero();
    }

    private int rows(UUID id) {
        return jdbc.sql("select count(*) from program.doing where id = ?")
                .param(id)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private void quiet(UUID id, int seconds) throws Exception {
        ObjectNode told = HeatPhone.JSON.createObjectNode();
        told.put("kind", "breathing").put("seconds", seconds);
        told.put("startedAt", now.instant().toString());
        assertThat(phone.send("PUT", "/api/quiet/" + id, told.toString()).statusCode())
                .isIn(200, 201);
    }

    /** The card of an item on the plan. */
    private String item(String id) throws Exception {
        Matcher card = Pattern.compile("id=\"item-" + id + "\".*?</li>", Pattern.DOTALL)
                .matcher(phone.get("/plan").body());
        assertThat(card.find()).as("the plan has " + id).isTrue();
        return card.group();
    }
}
