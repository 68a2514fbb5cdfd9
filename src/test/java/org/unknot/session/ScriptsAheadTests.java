package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.moments.support.Now;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.calendar.Calendar;
import tools.jackson.databind.JsonNode;

/** What a phone is given to keep before the network goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class ScriptsAheadTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Now now;

    @Autowired
    private Calendar calendar;

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void todaysAndTomorrowsInTheirOrderAndTheSameWhenAskedAgain() throws Exception {
        GuestPhone phone = new GuestPhone(port);
        phone.answerNoToEverything();
        JsonNode ahead = ahead(phone);
        assertThat(ahead.size()).isEqualTo(2);
        Instant today = Instant.parse(ahead.get(0).path("from").stringValue(""));
        Instant tomorrow = Instant.parse(ahead.get(1).path("from").stringValue(""));
        assertThat(today).isBefore(tomorrow);
        assertThat(ahead.get(0).path("script").path("steps").size()).isPositive();
        for (JsonNode one : ahead) {
            String id = one.path("script").path("id").stringValue("");
            assertThat(phone.send("GET", "/api/scripts/" + id, null).statusCode())
                    .isEqualTo(200);
        }
        JsonNode again = ahead(phone);
        for (int i = 0; i < 2; i++) {
            assertThat(again.get(i).path("script")).isEqualTo(ahead.get(i).path("script"));
        }
    }

    @Test
    void forAnHourTheyAreTheSameAndThenNewOnesThatLastLonger() throws Exception {
        LocalDate day = now.today().plusDays(1);
        time.shiftBy(
                Duration.between(now.instant(), calendar.days().startOf(day).plus(Duration.ofHours(12))));
        GuestPhone phone = new GuestPhone(port);
        phone.answerNoToEverything();
        JsonNode first = ahead(phone);
        assertThat(first.get(1).path("from").stringValue(""))
                .isEqualTo(calendar.days().startOf(day.plusDays(1)).toString());
        time.shiftBy(Duration.ofMinutes(59));
        assertThat(ahead(phone).get(0).path("script")).isEqualTo(first.get(0).path("script"));
        time.shiftBy(Duration.ofMinutes(2));
        for (int i = 0; i < 2; i++) {
            assertThat(ahead(phone).get(i).path("script").path("id"))
                    .isNotEqualTo(first.get(i).path("script").path("id"));
        }
    }

    @Test
    void aStrangerIsGivenNothing() throws Exception {
        var answer = new GuestPhone(port).send("POST", "/api/scripts/ahead", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
    }

    private static JsonNode ahead(GuestPhone phone) throws Exception {
        return GuestPhone.JSON.readTree(
                phone.send("POST", "/api/scripts/ahead", "").body());
    }
}
