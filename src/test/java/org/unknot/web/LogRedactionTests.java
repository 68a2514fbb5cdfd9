package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.account.Accounts;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;

/** Sends marked secrets by every way that a request has, good and broken, and looks for the mark in what was logged. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class LogRedactionTests {

    private static final String MARK = "Zq7secretQz";

    @LocalServerPort
    private int port;

    /** Fails as our own code might: with a token in its path, and with a value that the database refuses and repeats. */
    @TestConfiguration
    static class Failing {

        @RestController
        @Door(Door.For.ANYONE)
        static class FailingController {

            private final JdbcClient jdbc;

            FailingController(JdbcClient jdbc) {
                this.jdbc = jdbc;
            }

            @GetMapping("/test-only/fails/{token}")
            String fails(@PathVariable String token) {
                throw new IllegalStateException("test only: an unforeseen failure");
            }

            @GetMapping("/test-only/refused")
            String refused(@RequestParam String mail) {
                jdbc.sql("create temporary table if not exists test_only (mail text unique)")
                        .update();
                jdbc.sql("insert into test_only values (?), (?)")
                        .params(mail, mail)
                        .update();
                return "";
            }
        }
    }

    @Test
    void nothingThatASignInSendsIsLogged(CapturedOutput output) throws Exception {
        RawHttp http = RawHttp.to(port);
        String mail = MARK + "@example.org";
        for (String path : List.of(
                "/sign-in/link?token=" + MARK,
                "/join/" + MARK,
                "/shared/" + MARK,
                "/sessions/" + MARK,
                "/api/scripts/" + MARK,
                "/nowhere/" + MARK + "?email=" + mail,
                "/%" + MARK,
                "/..;/" + MARK,
                "//" + MARK,
                "/a|" + MARK,
                "/?a=%zz" + MARK)) {
            http.get(path, "Accept: text/html");
        }
        http.get("/plan", "Cookie: unknot_guest=" + MARK + "; unknot_session=" + MARK);
        http.get("/plan", "Cookie: a=\"" + MARK + "; \u0001=" + MARK);
        http.get(
                "/plan",
                "Authorization: Bearer " + MARK,
                "X-Forwarded-For: " + MARK,
                "X-Token: " + MARK,
                "Referer: /" + MARK);
        http.get("/plan", "Host: " + MARK + "<");
        http.get("/plan", MARK + ": \u0000" + MARK, "Bad header " + MARK);
        http.post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                "email=" + mail + "&password=" + MARK + "&x=%zz" + MARK);
        http.post("/questions/saddle-numb", "application/x-www-form-urlencoded", "answer=" + MARK + "&%=" + MARK);
        http.post("/api/answers", "application/json", "{\"answers\": {\"" + MARK + "\": \"" + mail + "\"}}");
        http.post("/api/answers", "application/json", "{\"" + MARK);
        http.post("/api/records/" + MARK, MARK + "/" + MARK, MARK);
        http.send(("GET /" + MARK + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        http.send((MARK + " / HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        http.send(("GET / HTTP/" + MARK + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(output.getAll()).doesNotContain(MARK);
    }

    /** Every route behind a door, with a name that is a secret itself. */
    @Test
    void nothingThatSomebodySignedInOrOfTheStaffSendsIsLogged(
            CapturedOutput output,
            @Autowired ApplicationContext context,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping)
            throws Exception {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody owner = signedIn.with(Role.OWNER, Role.SOFT_TISSUE_OT);
        context.getBean(Accounts.class).call(owner.person(), MARK, "");
        context.getBean(Accounts.class)
                .use(owner.person(), EmailAddress.typed(MARK + owner.person().value() + "@example.org"));
        Fuzzer fuzzer = new Fuzzer(port, mapping, List.of());
        for (String sent : List.of(MARK, MARK + "@example.org")) {
            fuzzer.sweep(
                    Fuzzer.lasting(5),
                    route -> !route.contains("test-only") && !route.contains("sign-out") && !route.contains("erasure"),
                    () -> "Cookie: " + owner.cookieHeader() + "\r\nOrigin: http://localhost:" + port + "\r\nReferer: /"
                            + sent + "\r\n",
                    List.of(sent));
        }
        for (String page :
                List.of("/account", "/account/trail", "/account/copy", "/staff", "/staff/team", "/staff/people")) {
            RawHttp.Answer answer = RawHttp.to(port).get(page, "Cookie: " + owner.cookieHeader(), "Accept: text/html");
            assertThat(answer.status()).as(page).isEqualTo(200);
        }
        assertThat(output.getAll()).doesNotContain(MARK).doesNotContain(MARK.toLowerCase(Locale.ROOT));
    }

    @Test
    void aFailureOfOursIsLoggedByItsRouteAlone(CapturedOutput output) throws Exception {
        assertThat(RawHttp.to(port)
                        .get("/test-only/fails/" + MARK + "?q=" + MARK)
                        .status())
                .isEqualTo(500);
        assertThat(output.getAll())
                .contains("Unexpected at GET /test-only/fails/{token}")
                .doesNotContain(MARK);
    }

    @Test
    void theDatabaseDoesNotRepeatValuesInItsErrors(CapturedOutput output) throws Exception {
        RawHttp.Answer answer = RawHttp.to(port).get("/test-only/refused?mail=" + MARK);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain(MARK, "test_only", "Exception");
        assertThat(output.getAll()).contains("test_only_mail_key").doesNotContain(MARK);
    }
}
