package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.moments.support.TimeMachine;

/** Heat as pages, as a phone without JavaScript meets them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class HeatPagesTests {

    private static final String CLEAN = "way=pack&minutes=20&pregnant=no&none=none";

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    private HeatPhone phone;

    @BeforeEach
    void aClearedGuest() throws Exception {
        phone = HeatPhone.cleared(port);
    }

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void theQuestionsAreTheSameForEverybodyAndSetNoCookie() throws Exception {
        HttpResponse<String> page = new HeatPhone(port).get("/heat/courses/new");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(phone.get("/heat/courses/new").body());
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "way=pack&minutes=20&pregnant=no, list",
        "way=pack&minutes=20&none=none, pregnant-no",
        "way=pack&minutes=25&pregnant=no&none=none, minutes-15",
        "minutes=15&pregnant=no&none=none, way-pack",
        "way=pack&minutes=15&pregnant=no&none=none&fever=yes, list",
        "'', list"
    })
    void whatIsMissingIsNamedInASummaryThatLeadsToIt(String form, String leadsTo) throws Exception {
        HttpResponse<String> again = phone.post("/heat/courses", form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("error-summary", "href=\"#" + leadsTo + "\"");
    }

    @Test
    void aTickIsARefusalWithAReasonAndSomethingElseToDo() throws Exception {
        HttpResponse<String> refused =
                phone.post("/heat/courses", "way=pack&minutes=20&pregnant=no&skin-broken=unsure");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        "data-rule=\"skin-broken\"",
                        "Heat makes sore skin worse.",
                        "Let the skin heal.",
                        "href=\"/lie\"");
    }

    @Test
    void inPregnancyABathIsRefusedAndAShortPackIsNot() throws Exception {
        assertThat(phone.post("/heat/courses", "way=bath&minutes=15&pregnant=yes&none=none")
                        .body())
                .contains("data-rule=\"pregnant-water\"", "way=pack&amp;minutes=15");
        assertThat(phone.post("/heat/courses", "way=pack&minutes=15&pregnant=yes&none=none")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void thePageLooksAgainByItselfAtHalfAndAtTheHardStop() throws Exception {
        String course = begin();
        assertThat(phone.get(course).body()).contains("Take it off at", "http-equiv=\"refresh\" content=\"60");
        time.shiftBy(Duration.ofMinutes(11));
        assertThat(phone.get(course).body()).contains("My skin is fine", "It is red or sore");
        time.shiftBy(Duration.ofMinutes(10));
        assertThat(phone.get(course).body())
                .contains("Time was up at", "Let your skin rest")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void redSkinEndsItAndSaysWhatToDo() throws Exception {
        String course = begin();
        time.shiftBy(Duration.ofMinutes(10));
        phone.post(course + "/skin", "skin=red");
        assertThat(phone.get(course).body())
                .contains("Take the heat off at once.", "cool running water for 20 minutes");
    }

    @Test
    void aSecondTapLeadsToTheCourseThatRuns() throws Exception {
        String course = begin();
        assertThat(begin()).isEqualTo(course);
    }

    @Test
    void thePlanLeadsToTheQuestions() throws Exception {
        assertThat(phone.get("/plan").body()).contains("/heat/courses/new?minutes=");
    }

    private String begin() throws Exception {
        HttpResponse<String> begun = phone.post("/heat/courses", CLEAN);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
        return begun.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }
}
