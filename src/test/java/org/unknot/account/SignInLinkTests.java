package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.unknot.shared.PersonId;

/** Signing in by a link in a letter: whose account it opens, and all the ways in which it must not. */
class SignInLinkTests extends WithMail {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Guests guests;

    @Test
    void aGuestWhoAsksGetsAnAccountBesideTheSamePerson() throws Exception {
        PersonsBrowser phone = browser();
        PersonId guest = guestOn(phone);
        String address = address();
        phone.post("/sign-in", "email", " " + address.toUpperCase(Locale.ROOT) + " ");
        HttpResponse<String> pressed = phone.press(Mailbox.link(address, 1));
        assertThat(PersonsBrowser.location(pressed)).isEqualTo("/account");
        assertThat(accounts.of(new EmailAddress(address))).contains(guest);
        assertThat(phone.cookie(Guests.COOKIE)).as("guest cookie").isEmpty();
        assertThat(phone.get("/account").body()).contains(address);
    }

    @Test
    void inAnotherBrowserNoPlanGoesAlongUnasked() throws Exception {
        PersonsBrowser asking = browser();
        PersonId askingGuest = guestOn(asking);
        PersonsBrowser opening = browser();
        PersonId openingGuest = guestOn(opening);
        String address = address();
        asking.post("/sign-in", "email", address);
        HttpResponse<String> pressed = opening.press(Mailbox.link(address, 1));
        assertThat(PersonsBrowser.location(pressed)).isEqualTo("/sign-in/plan");
        PersonId person = accounts.of(new EmailAddress(address)).orElseThrow();
        assertThat(person).isNotIn(askingGuest, openingGuest);
        assertThat(opening.get("/sign-in/plan").body()).contains("k…@e…");
        assertThat(opening.post("/sign-in/plan").statusCode()).as("untouched").isEqualTo(422);
        assertThat(PersonsBrowser.location(opening.post("/sign-in/plan", "plan", "leave")))
                .isEqualTo("/account");
        assertThat(guests.known(Visitor.guest(openingGuest))).as("left").isPresent();
        opening.post("/sign-in/plan", "plan", "erase");
        assertThat(guests.known(Visitor.guest(openingGuest))).as("erased").isEmpty();
    }

    @Test
    void aPhoneThatAskedForItBringsItsPlanIntoTheAccount() throws Exception {
        String address = address();
        browser().signInByLink(address, 1);
        PersonId person = accounts.of(new EmailAddress(address)).orElseThrow();
        PersonsBrowser phone = browser();
        PersonId guest = guestOn(phone);
        phone.signInByLink(address, 2);
        assertThat(accounts.of(new EmailAddress(address))).contains(person);
        assertThat(guests.known(Visitor.guest(guest))).as("the guest").isEmpty();
        assertThat(phone.cookie(Guests.COOKIE)).isEmpty();
    }

    @Test
    void lookingUsesNothingUpAndPressingDoes() throws Exception {
        String address = address();
        PersonsBrowser phone = browser();
        phone.post("/sign-in", "email", address);
        String link = Mailbox.link(address, 1);
        PersonsBrowser scanner = browser();
        for (int i = 0; i < 3; i++) {
            assertThat(scanner.get(link).statusCode()).isEqualTo(200);
        }
        assertThat(phone.press(link).statusCode()).isEqualTo(302);
        assertThat(phone.get(link).statusCode()).as("replayed").isEqualTo(410);
        assertThat(browser()
                        .post("/sign-in/link", "token", link.substring(link.indexOf('=') + 1))
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void ofSixteenAtOnceOneGetsIn() throws Exception {
        String address = address();
        browser().post("/sign-in", "email", address);
        String token = Mailbox.link(address, 1).replaceFirst(".*token=", "");
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tries.add(() -> browser().post("/sign-in/link", "token", token).statusCode());
        }
        int in = 0;
        try (ExecutorService all = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> answer : all.invokeAll(tries)) {
                in += answer.get() == 302 ? 1 : 0;
                assertThat(answer.get()).isIn(302, 410);
            }
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void alteredOrOldOnesOpenNothing() throws Exception {
        String address = address();
        PersonsBrowser phone = browser();
        phone.post("/sign-in", "email", address);
        String token = Mailbox.link(address, 1).replaceFirst(".*token=", "");
        char last = token.charAt(5) == 'A' ? 'B' : 'A';
        for (String forged :
                List.of("", "x", token + "A", token.substring(1), token.substring(0, 5) + last + token.substring(6))) {
            assertThat(phone.get("/sign-in/link?token=" + forged).statusCode())
                    .as(forged)
                    .isEqualTo(410);
            assertThat(phone.post("/sign-in/link", "token", forged).statusCode())
                    .as(forged)
                    .isEqualTo(410);
        }
        time.shiftBy(Duration.ofMinutes(14));
        assertThat(phone.get("/sign-in/link?token=" + token).statusCode()).isEqualTo(200);
        time.shiftBy(Duration.ofMinutes(2));
        assertThat(phone.get("/sign-in/link?token=" + token).statusCode()).isEqualTo(410);
        assertThat(phone.post("/sign-in/link", "token", token).statusCode()).isEqualTo(410);
    }

    @Test
    void knownAndUnknownAddressesGetTheSameAnswerTheSameWorkAndTheSameLetter() throws Exception {
        String known = address();
        browser().signInByLink(known, 1);
        String unknown = address();
        PersonsBrowser one = browser();
        PersonsBrowser other = browser();
        List<HttpResponse<String>> answers = new ArrayList<>();
        int forKnown = CountedStatements.during(() -> answers.add(one.post("/sign-in", "email", known)));
        int forUnknown = CountedStatements.during(() -> answers.add(other.post("/sign-in", "email", unknown)));
        assertThat(forKnown).isEqualTo(forUnknown).isPositive();
        assertThat(shape(answers.get(0))).isEqualTo(shape(answers.get(1)));
        assertThat(one.get("/sign-in/sent").body())
                .isEqualTo(other.get("/sign-in/sent").body());
        assertThat(Mailbox.text(Mailbox.letter(known, 2)).replaceFirst("token=\\S+", ""))
                .isEqualTo(Mailbox.text(Mailbox.letter(unknown, 1)).replaceFirst("token=\\S+", ""));
    }

    private static String shape(HttpResponse<String> answer) {
        return answer.statusCode() + " " + PersonsBrowser.location(answer) + " "
                + answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceFirst("=[^;]*", "").replaceFirst("Expires=[^;]*", ""))
                        .toList()
                + answer.body();
    }

    @Test
    void lookingAtThePagesSetsNoCookie() throws Exception {
        for (String page :
                List.of("/sign-in", "/sign-in/password", "/sign-in/code", "/sign-in/sent", "/sign-in/link?token=x")) {
            assertThat(browser().get(page).headers().firstValue("Set-Cookie"))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void anotherSiteCannotPressTheButton() throws Exception {
        String address = address();
        PersonsBrowser phone = browser();
        phone.post("/sign-in", "email", address);
        String link = Mailbox.link(address, 1);
        String token = link.replaceFirst(".*token=", "");
        for (String elsewhere : List.of("https://evil.example", "null", "http://localhost:1")) {
            assertThat(phone.from(elsewhere)
                            .post("/sign-in/link", "token", token)
                            .statusCode())
                    .as(elsewhere)
                    .isEqualTo(403);
            assertThat(phone.from(elsewhere)
                            .post("/sign-in", "email", address())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(phone.get(link).statusCode()).as("unused").isEqualTo(200);
    }

    @Test
    void whatIsNoAddressIsToldAndNoLetterIsWritten() throws Exception {
        for (String typed : List.of(
                "",
                "kim",
                "kim@",
                "@example.org",
                "kim@example.org\r\nBcc: x@example.org",
                "a b@example.org",
                "kim@example.org,lee@example.org",
                "<kim@example.org>",
                "kim@exa mple.org",
                "x".repeat(250) + "@example.org")) {
            HttpResponse<String> answer = browser().post("/sign-in", "email", typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).contains("error-summary", "href=\"#email\"");
        }
    }

    @Test
    void anAddressIsKeptOnlyByItsOwnersSessionAndNeverTwice() throws Exception {
        String first = address();
        PersonsBrowser phone = browser();
        phone.signInByLink(first, 1);
        String second = address();
        phone.post("/account/address", "email", second);
        String link = Mailbox.link(second, 1);
        PersonsBrowser other = browser();
        assertThat(other.post("/sign-in/link", "token", link.replaceFirst(".*token=", ""))
                        .statusCode())
                .as("elsewhere")
                .isEqualTo(410);
        assertThat(PersonsBrowser.location(phone.press(link))).isEqualTo("/account");
        assertThat(accounts.of(new EmailAddress(first))).isEmpty();
        assertThat(accounts.of(new EmailAddress(second))).isPresent();
        assertThat(Mailbox.letter(first, 2).getSubject()).isEqualTo("Your address was changed");

        String taken = address();
        browser().signInByLink(taken, 1);
        assertThat(phone.post("/account/address", "email", taken).statusCode())
                .as("as if it were free")
                .isEqualTo(302);
        assertThat(phone.press(Mailbox.link(taken, 2)).statusCode()).isEqualTo(409);
        assertThat(accounts.of(new EmailAddress(second))).isPresent();
    }

    private PersonId guestOn(PersonsBrowser browser) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        PersonId guest =
                guests.admit(new MockHttpServletRequest(), response).person().orElseThrow();
        String header = String.valueOf(response.getHeader("Set-Cookie"));
        browser.put(Guests.COOKIE, header.substring(header.indexOf('=') + 1, header.indexOf(';')));
        return guest;
    }
}
