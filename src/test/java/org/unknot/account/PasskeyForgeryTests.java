package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.modulith.moments.support.TimeMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers of passkeys that are replayed, altered, somebody else's or meant for another site: each opens nothing. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class PasskeyForgeryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    private SoftPasskey passkey = new SoftPasskey("");
    private byte[] handle = new byte[0];

    @BeforeEach
    void somebodyWithAPasskey() throws Exception {
        passkey = new SoftPasskey("http://localhost:" + port);
        handle = keep(new Browser(), passkey);
    }

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void aPasskeyThatDoesNotLieSignsIn() throws Exception {
        assertThat(signsIn(honest -> {})).isEqualTo(200);
    }

    @Test
    void anAnswerIsGoodOnce() throws Exception {
        passkey.counter++;
        Browser browser = new Browser();
        Question question = browser.asks("/api/sign-ins");
        String answer = passkey.used(question.challenge(), handle);
        assertThat(browser.answers("/api/sign-ins", question, answer)).isEqualTo(200);
        assertThat(new Browser().answers("/api/sign-ins", question, answer)).isEqualTo(400);
        Question next = browser.asks("/api/sign-ins");
        assertThat(new Browser().answers("/api/sign-ins", next, answer))
                .as("to the next question")
                .isEqualTo(400);
    }

    /** Wrongly answered is answered. */
    @Test
    void aQuestionIsUsedUpByAWrongAnswer() throws Exception {
        passkey.counter++;
        Browser browser = new Browser();
        Question question = browser.asks("/api/sign-ins");
        assertThat(browser.answers("/api/sign-ins", question, "{}")).isEqualTo(400);
        assertThat(browser.answers("/api/sign-ins", question, passkey.used(question.challenge(), handle)))
                .isEqualTo(400);
    }

    @Test
    void anAnswerComesWithinFiveMinutes() throws Exception {
        passkey.counter++;
        Browser browser = new Browser();
        Question question = browser.asks("/api/sign-ins");
        time.shiftBy(Duration.ofMinutes(6));
        assertThat(browser.answers("/api/sign-ins", question, passkey.used(question.challenge(), handle)))
                .isEqualTo(400);
    }

    @Test
    void whatAnotherSiteAskedForIsWorthNothingHere() throws Exception {
        for (String origin : new String[] {
            "https://evil.example",
            "http://localhost:" + (port + 1),
            "https://localhost:" + port,
            "http://localhost:" + port + ".evil.example",
            "http://127.0.0.1:" + port
        }) {
            assertThat(signsIn(lies -> lies.origin = origin)).as(origin).isEqualTo(400);
        }
        passkey.origin = "http://localhost:" + port;
        assertThat(signsIn(lies -> lies.host = "evil.example")).isEqualTo(400);
    }

    @Test
    void whoeverDoesNotUnlockItIsNobody() throws Exception {
        assertThat(signsIn(lies -> lies.verifiesItsOwner = false)).isEqualTo(400);
    }

    @Test
    void aSpoiltSignatureIsNone() throws Exception {
        assertThat(signsIn(lies -> lies.spoilsTheSignature = true)).isEqualTo(400);
    }

    @Test
    void aCounterThatStandsStillOrGoesBackIsACopy() throws Exception {
        assertThat(signsIn(honest -> honest.counter = 40)).isEqualTo(200);
        assertThat(signsIn(copy -> copy.counter = 39))
                .as("one more, after one less")
                .isEqualTo(400);
        assertThat(signsIn(copy -> copy.counter = 40)).as("the same").isEqualTo(400);
        assertThat(signsIn(copy -> copy.counter = 0)).isEqualTo(400);
        assertThat(signsIn(honest -> honest.counter = 50)).isEqualTo(200);
    }

    @Test
    void aPasskeyThatDoesNotCountGoesOnWorking() throws Exception {
        passkey = new SoftPasskey("http://localhost:" + port);
        passkey.counter = 0;
        handle = keep(new Browser(), passkey);
        for (int time = 0; time < 3; time++) {
            assertThat(signsIn(shared -> shared.counter = 0)).isEqualTo(200);
        }
    }

    @Test
    void onesOwnPasskeyDoesNotOpenSomebodyElsesAccount() throws Exception {
        SoftPasskey own = new SoftPasskey("http://localhost:" + port);
        keep(new Browser(), own);
        own.counter++;
        Browser browser = new Browser();
        Question question = browser.asks("/api/sign-ins");
        assertThat(browser.answers("/api/sign-ins", question, own.used(question.challenge(), handle)))
                .isEqualTo(400);
    }

    /** Its id is no secret: whoever makes a key of their own under it must neither get in nor lock its owner out. */
    @Test
    void thePasskeyOfSomebodyElseCannotBeMadeAgain() throws Exception {
        SoftPasskey forged = new SoftPasskey("http://localhost:" + port);
        forged.id = passkey.id;
        forged.counter = Integer.MAX_VALUE;
        Browser thief = new Browser();
        Question question = thief.asks("/api/passkeys");
        int answer = thief.answers("/api/passkeys", question, forged.made(question.challenge()));
        assertThat(signsIn(honest -> {}))
                .as("its owner, after %d to the thief", answer)
                .isEqualTo(200);
        assertThat(answer).isEqualTo(400);
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void whatOneVisitorWasAskedAnotherCannotAnswer() throws Exception {
        Browser one = new Browser();
        Question question = one.asks("/api/passkeys");
        SoftPasskey made = new SoftPasskey("http://localhost:" + port);
        Browser somebody = new Browser();
        keep(somebody, new SoftPasskey("http://localhost:" + port));
        assertThat(somebody.answers("/api/passkeys", question, made.made(question.challenge())))
                .isEqualTo(400);
        Question toUse = one.asks("/api/sign-ins");
        assertThat(one.answers("/api/passkeys", toUse, made.made(toUse.challenge())))
                .as("of the other kind")
                .isEqualTo(400);
    }

    /** The next honest answer, but for what is changed about it. */
    private int signsIn(Consumer<SoftPasskey> lies) throws Exception {
        passkey.counter++;
        lies.accept(passkey);
        Browser browser = new Browser();
        Question question = browser.asks("/api/sign-ins");
        int status = browser.answers("/api/sign-ins", question, passkey.used(question.challenge(), handle));
        assertThat(browser.isSignedIn()).isEqualTo(status == 200);
        return status;
    }

    private byte[] keep(Browser browser, SoftPasskey made) throws Exception {
        Question question = browser.asks("/api/passkeys");
        assertThat(browser.answers("/api/passkeys", question, made.made(question.challenge())))
                .isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select count(*) from account.passkey where credential_id = :id",
                        Map.of("id", made.id),
                        Integer.class))
                .isEqualTo(1);
        return question.handle();
    }

    /** What the server asks: the id of the ceremony and what is in its options. */
    private record Question(String id, JsonNode options) {

        String challenge() {
            return options.path("challenge").stringValue();
        }

        byte[] handle() {
            return Base64.getUrlDecoder().decode(options.path("user").path("id").stringValue());
        }
    }

    private final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Question asks(String ceremony) throws Exception {
            JsonNode question = JsonMapper.shared()
                    .readTree(post(ceremony + "/questions", "").body());
            return new Question(question.path("id").stringValue(), question.path("options"));
        }

        int answers(String ceremony, Question question, String credential) throws Exception {
            return post(ceremony, "{\"id\":\"%s\",\"credential\":%s}".formatted(question.id(), credential))
                    .statusCode();
        }

        boolean isSignedIn() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(HttpCookie::getName)
                    .anyMatch(SecurityConfiguration.SESSION_COOKIE::equals);
        }

        private java.net.http.HttpResponse<String> post(String path, String body) throws Exception {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/json")
                            .header("Origin", "http://localhost:" + port)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
