package org.unknot.triage.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first screens and the questions as a browser without JavaScript walks them. */
@SpringBootTest
@AutoConfigureMockMvc
class DangerFormsTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {"/call-now", "/doctor-first", "/lie", "/questions/pain", "/questions/leg-pain", "/questions/age"
            })
    void anUntouchedFormIsRefusedAndStoresNothing(String page) {
        assertThat(mvc.post().uri(page))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("error-summary");
    }

    @ParameterizedTest
    @CsvSource({
        "trauma,yes", "blood-thinner-blow,yes", "chest-pain,yes", "saddle-numb,yes", "bladder-change,yes",
        "bowel-change,yes", "sexual-change,yes", "both-legs-new,yes", "weakness-fast,yes", "pregnancy-danger,yes"
    })
    void aTickOnTheFirstPageLeadsToHelpAtOnce(String line, String answer) {
        assertThat(mvc.post().uri("/call-now").param(line, answer))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/emergency");
    }

    @ParameterizedTest
    @CsvSource({
        "fever,same-day",
        "leg-weak,same-day",
        "arms-or-walk,same-day",
        "belly-pulse,same-day",
        "urine,within-days",
        "cancer,within-days",
        "fragile-fall,within-days"
    })
    void aTickOnTheSecondPageLeadsToTheDoctorEvenWithoutAnAge(String line, String level) {
        assertThat(mvc.post().uri("/doctor-first").param(line, "yes"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/doctor?level=" + level);
    }

    @Test
    void bothBoxesOfALineCountAsYes() {
        assertThat(mvc.post().uri("/call-now").param("saddle-numb", "unsure", "yes"))
                .hasHeader("Location", "/emergency");
    }

    @Test
    void noneWithATickIsRefused() {
        assertThat(mvc.post().uri("/call-now").param("saddle-numb", "unsure").param("none", "none"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "121", "4.5", "99999"})
    void theSecondPageNeedsAnAge(String age) {
        assertThat(mvc.post().uri("/doctor-first").param("none", "none").param("age", age))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("age");
    }

    @Test
    void aChildIsSentToADoctor() {
        Cookie guest = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        assertThat(mvc.post()
                        .uri("/doctor-first")
                        .cookie(guest)
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("none", "none")
                        .param("age", "15"))
                .hasHeader("Location", "/doctor?level=within-days");
    }

    @Test
    void aDoubtAsksItsSelfCheckAndThenOnlyTheLinesStillOpen() {
        MvcTestResult first =
                mvc.post().uri("/call-now").param("saddle-numb", "unsure").exchange();
        assertThat(first).hasHeader("Location", "/questions/saddle-numb-check");
        Cookie guest = guest(first);

        assertThat(post("/questions/saddle-numb-check", guest, "answer", "no")).hasHeader("Location", "/call-now/rest");
        assertThat(mvc.get().uri("/call-now/rest").cookie(guest))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"trauma\"")
                .doesNotContain("name=\"saddle-numb\"");
        assertThat(post("/call-now/rest", guest, "none", "none")).hasHeader("Location", "/doctor-first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "unsure"})
    void aSelfCheckThatFindsTroubleOrStaysUnsureIsAnEmergency(String answer) {
        Cookie guest =
                guest(mvc.post().uri("/call-now").param("saddle-numb", "unsure").exchange());
        assertThat(post("/questions/saddle-numb-check", guest, "answer", answer))
                .hasHeader("Location", "/emergency");
    }

    @Test
    void aPersonWithNothingToTellWalksToThePlanInAtMostTwelveAnswers() {
        Cookie guest = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        assertThat(post("/doctor-first", guest, "none", "none", "age", "35")).hasHeader("Location", "/lie");
        assertThat(post("/lie", guest, "position", "back")).hasHeader("Location", "/ease/back-knees-up");
        String next = location(mvc.get().uri("/questions").cookie(guest).exchange());
        List<String> walked = new ArrayList<>();
        while (next.startsWith("/questions/")) {
            assertThat(mvc.get().uri(next).cookie(guest))
                    .hasStatusOk()
                    .bodyText()
                    .contains("<details");
            walked.add(next);
            String answer = next.endsWith("/pain") ? "6" : next.endsWith("/began") ? "0" : "no";
            assertThat(post(next, guest, "answer", answer)).hasStatus(HttpStatus.SEE_OTHER);
            assertThat(walked).hasSizeLessThanOrEqualTo(12);
            next = location(mvc.get().uri("/questions").cookie(guest).exchange());
        }
        assertThat(next).isEqualTo("/result");
        assertThat(walked)
                .extracting(address -> address.substring("/questions/".length()))
                .containsExactly(
                        "pain",
                        "began",
                        "old-bladder-bowel-saddle",
                        "weight-loss",
                        "constant-night",
                        "leg-pain",
                        "osteoporosis",
                        "worse-bending",
                        "worse-arching",
                        "worse-twisting");
        assertThat(mvc.get().uri("/result").cookie(guest))
                .hasStatusOk()
                .bodyText()
                .contains("data-level=\"self-care\"", "href=\"/plan\"");
    }

    @Test
    void aLaterAnswerThatIsMoreUrgentThanTheFirstSendsToADoctorToday() {
        Cookie guest = guest(mvc.post().uri("/call-now").param("none", "none").exchange());
        post("/doctor-first", guest, "cancer", "yes", "age", "50");
        post("/doctor-first/rest", guest, "none", "none", "age", "50");
        post("/questions/old-bladder-bowel-saddle", guest, "answer", "yes");
        assertThat(location(mvc.get().uri("/questions").cookie(guest).exchange()))
                .isEqualTo("/doctor?level=same-day");
    }

    @Test
    void goingBackShowsWhatWasAnswered() {
        Cookie guest = guest(
                mvc.post().uri("/questions/leg-pain").param("answer", "unsure").exchange());
        assertThat(mvc.get().uri("/questions/leg-pain").cookie(guest))
                .bodyText()
                .containsPattern("value=\"unsure\"[^>]* checked");
    }

    @Test
    void theHeatRefusalsAreAskedOneAfterTheOther() {
        Cookie guest = guest(mvc.post()
                .uri("/questions/reduced-feeling")
                .param("answer", "no")
                .exchange());
        assertThat(location(mvc.get().uri("/questions/heat").cookie(guest).exchange()))
                .isEqualTo("/questions/poor-circulation");
    }

    @Test
    void lookingAtAPageSetsNoCookieAndAnUnknownQuestionIsNotFound() {
        assertThat(mvc.get().uri("/questions")).hasStatus(HttpStatus.SEE_OTHER).doesNotContainHeader("Set-Cookie");
        assertThat(mvc.get().uri("/questions/leg-pain")).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(mvc.get().uri("/questions/nonsense")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/questions/nonsense").param("answer", "no")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPhoneThatWasOfflineSendsItsAnswersLater() {
        MvcTestResult early = json("{\"answers\": {\"trauma\": \"no\"}, \"age\": null}", null);
        assertThat(early).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"disposition\": null, \"clearedFor\": []}");
        MvcTestResult later = json(
                "{\"age\": 40, \"answers\": {\"saddle-numb\": \"yes\"}, \"answeredAt\": \"2026-11-22T08:00:00Z\"}",
                guest(early));
        assertThat(later)
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"disposition\": \"EMERGENCY_NOW\", \"show\": \"/emergency\"}");
        assertThat(json("{\"answeredAt\": \"yesterday\"}", null)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult json(String body, @Nullable Cookie guest) {
        var request =
                mvc.post().uri("/api/answers").contentType("application/json").content(body);
        if (guest != null) {
            request.cookie(guest).header("Sec-Fetch-Site", "same-origin");
        }
        return request.exchange();
    }

    private MvcTestResult post(String page, Cookie guest, String... parameters) {
        var request = mvc.post().uri(page).cookie(guest).header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static Cookie guest(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("unknot_guest"));
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }
}
