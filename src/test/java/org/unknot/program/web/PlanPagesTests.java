package org.unknot.program.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.program.Answered;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;

/** The plan and tomorrow over real HTTP, by forms alone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlanPagesTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Triage triage;

    private String cookie = "";

    @Test
    void whoeverToldNothingIsSentToTheFirstQuestionsAndGetsNoCookie() throws Exception {
        HttpResponse<String> answer = get("/plan");

        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/call-now");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void thePlanShowsEachItemWithItsReasonAndAButtonToStart() throws Exception {
        cleared();

        String page = get("/plan").body();

        assertThat(page)
                .contains("Your plan for today", "Day 0 · Settle", "Start now", "action=\"/sessions\"")
                .contains("Knee to chest", "A level walk", "How to lie tonight")
                .contains("because bending does not make it worse")
                .contains("Stop a move when your pain reaches 4.")
                .contains("What is not in today’s plan, and why", "This comes later")
                .doesNotContain("program.");
    }

    @Test
    void anItemIsLeftOutByAButtonAndBroughtBackByAnother() throws Exception {
        cleared();

        assertThat(post("/plan/choices", "item=walk&choice=refuse").statusCode())
                .isIn(302, 303);
        assertThat(get("/plan").body()).contains("You chose to leave this out.", "Bring it back");
        post("/plan/choices", "item=walk&choice=restore");
        assertThat(get("/plan").body()).doesNotContain("You chose to leave this out.");
    }

    @Test
    void aWrongChoiceIsToldInWordsWithAnExampleAndTheWholePlan() throws Exception {
        cleared();

        HttpResponse<String> answer = post("/plan/choices", "item=walk&choice=explode");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("one of swap, shorten, refuse, restore", "for example shorten", "Your plan for today");
        assertThat(post("/plan/choices", "").statusCode()).isEqualTo(422);
    }

    @Test
    void thePainNowIsTakenAndAnythingElseIsAskedForAgain() throws Exception {
        cleared();

        assertThat(post("/plan/pain", "pain=5").statusCode()).isIn(302, 303);
        assertThat(get("/plan").body()).contains("Stop a move when your pain reaches 7.");
        for (String wrong : new String[] {"", "pain=", "pain=11", "pain=much"}) {
            HttpResponse<String> answer = post("/plan/pain", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("Tap a number from 0 to 10", "aria-invalid=\"true\"");
        }
    }

    @Test
    void anOpenQuestionIsLinkedWhereItKeepsSomethingOut() throws Exception {
        cleared();
        triage.answer(visitor(), Changes.of(new QuestionId("worse-bending"), Answer.YES));

        String page = get("/plan").body();

        assertThat(page).contains("bending makes yours worse");
        assertThat(page).doesNotContain("because bending does not make it worse");
    }

    @Test
    void anEmergencyShowsTheWayToHelpAndNothingToDo() throws Exception {
        cleared();
        triage.answer(visitor(), Changes.of(new QuestionId("saddle-numb"), Answer.YES));

        String page = get("/plan").body();

        assertThat(page).contains("You need help now", "href=\"/emergency\"").doesNotContain("Start now", "step-card");
    }

    @Test
    void tomorrowSaysWhatWillBeAndWhatWouldChangeIt() throws Exception {
        cleared();

        String page = get("/tomorrow").body();

        assertThat(page)
                .contains("Tomorrow", "Day 1 · Settle", "What would change it")
                .contains("It hurts 7 or more.", "A move sends pain further down your leg")
                .doesNotContain("program.", "action=\"/plan/choices\"");
    }

    @Test
    void whoIsBetterCanSaySoAndTakeItBack() throws Exception {
        cleared();
        get("/plan");

        post("/plan/closing", "");
        assertThat(get("/plan").body()).contains("that you are better. Good.", "It is not better after all");
        post("/plan/reopening", "");
        assertThat(get("/plan").body()).contains("Start now");
    }

    private void cleared() {
        var response = new MockHttpServletResponse();
        Visitor guest = guests.admit(new MockHttpServletRequest(), response);
        String set = response.getHeader("Set-Cookie");
        cookie = set == null ? "" : set.substring(0, set.indexOf(';'));
        visitor = guest;
        Answered.withNoToEverything(triage, guest, 2);
    }

    private Visitor visitor = Visitor.NOBODY;

    private Visitor visitor() {
        return visitor;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://localhost:" + port)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
