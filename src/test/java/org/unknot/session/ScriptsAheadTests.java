package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a phone is given to keep before the network goes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ScriptsAheadTests {

    @LocalServerPort
    private int port;

    @Test
    void todaysAndTomorrowsInTheirOrderAndTheSameWhenAskedAgain() throws Exception {
        GuestPhone phone = new GuestPhone(port);
        phone.answerNoToEverything();
        JsonNode ahead = GuestPhone.JSON.readTree(
                phone.send("POST", "/api/scripts/ahead", "").body());
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
        JsonNode again = GuestPhone.JSON.readTree(
                phone.send("POST", "/api/scripts/ahead", "").body());
        for (int i = 0; i < 2; i++) {
            assertThat(again.get(i).path("script")).isEqualTo(ahead.get(i).path("script"));
        }
    }

    @Test
    void aStrangerIsGivenNothing() throws Exception {
        var answer = new GuestPhone(port).send("POST", "/api/scripts/ahead", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[]");
    }
}
