package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Limits of signing in: they slow down whoever tries, and shut out nobody else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInLimitsTests {

    private static final String GOOD = "lantern gravel otter 93 quilt";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        Mailbox.settings(settings);
    }

    @Test
    void whoAsksTooOftenWaitsAndNobodyElseDoes() throws Exception {
        String address = address();
        PersonsBrowser before = browser();
        before.signInByLink(address, 1);
        PersonsBrowser stranger = browser();
        int taken = 0;
        while (stranger.post("/sign-in", "email", address).statusCode() == 302) {
            taken++;
        }
        assertThat(taken).isLessThanOrEqualTo(6);
        assertThat(before.post("/sign-in", "email", address).statusCode())
                .as("the browser that signed in before")
                .isEqualTo(302);
        assertThat(stranger.post("/sign-in", "email", address()).statusCode())
                .as("another address")
                .isEqualTo(302);
    }

    @Test
    void whoGuessesIsSlowedDownAndTheOwnerIsNot() throws Exception {
        PersonsBrowser phone = browser();
        String address = withPassword(phone);
        int tries = 0;
        while (signIn(browser(), address, "guess number " + tries).statusCode() == 422) {
            tries++;
        }
        assertThat(tries).isEqualTo(8);
        assertThat(signIn(browser(), address, GOOD).statusCode())
                .as("the guesser, now right")
                .isEqualTo(429);
        phone.post("/sign-out");
        assertThat(signIn(phone, address, GOOD).statusCode())
                .as("a browser that was here before")
                .isEqualTo(302);
        PersonsBrowser other = browser();
        other.post("/sign-in", "email", address);
        assertThat(other.press(Mailbox.link(address, 3)).statusCode())
                .as("a link")
                .isEqualTo(302);
    }

    @Test
    void whoGuessesCodesWaits() throws Exception {
        PersonsBrowser guesser = browser();
        HttpResponse<String> answer = guesser.post("/sign-in/code", "code", "AAAAA-AAAAA-AAAAA-AAAAA");
        int tries = 1;
        while (answer.statusCode() == 422 && tries < 40) {
            answer = guesser.post("/sign-in/code", "code", "AAAAA-AAAAA-AAAAA-AAAA" + tries % 10);
            tries++;
        }
        assertThat(answer.statusCode()).isEqualTo(429);
    }

    private static String address() {
        return "robin-" + PEOPLE.incrementAndGet() + "@example.org";
    }

    private PersonsBrowser browser() {
        return new PersonsBrowser(port);
    }

    private String withPassword(PersonsBrowser phone) throws Exception {
        String address = address();
        phone.signInByLink(address, 1);
        phone.post("/account/password", "password", GOOD);
        return address;
    }

    private static HttpResponse<String> signIn(PersonsBrowser browser, String address, String password)
            throws Exception {
        return browser.post("/sign-in/password", "email", address, "password", password);
    }
}
