package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes on paper: each opens the account once, and none opens more than the account had before. */
class RecoveryTests extends WithMail {

    private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void eightCodesAreShownOnceAndEachSignsInOnce() throws Exception {
        PersonsBrowser phone = browser();
        String address = address();
        phone.signInByLink(address, 1);
        List<String> codes = codes(phone);
        assertThat(codes).hasSize(8).allMatch(code -> code.matches("([2-9A-HJ-NP-TV-Z]{5}-){3}[2-9A-HJ-NP-TV-Z]{5}"));
        assertThat(phone.get("/account").body())
                .doesNotContain(codes.getFirst())
                .contains("You have 8 left.");
        PersonsBrowser other = browser();
        String typed = " " + codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(PersonsBrowser.location(other.post("/sign-in/code", "code", typed)))
                .isEqualTo("/account");
        assertThat(other.get("/account").body()).contains("You have 7 left.");
        assertThat(browser().post("/sign-in/code", "code", codes.getFirst()).statusCode())
                .as("again")
                .isEqualTo(422);
        assertThat(Mailbox.letter(address, 2).getSubject()).isEqualTo("A code was used");
    }

    @Test
    void newCodesMakeTheOldOnesWorthless() throws Exception {
        PersonsBrowser phone = browser();
        phone.signInByLink(address(), 1);
        List<String> old = codes(phone);
        codes(phone);
        assertThat(browser().post("/sign-in/code", "code", old.getFirst()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void codesAreMadeOnlySoonAfterAProof() throws Exception {
        PersonsBrowser phone = browser();
        phone.signInByLink(address(), 1);
        time.shiftBy(Duration.ofMinutes(6));
        assertThat(PersonsBrowser.location(phone.post("/account/recovery-codes")))
                .startsWith("/sign-in/again");
    }

    @Test
    void onlyHashesAreKept() throws Exception {
        PersonsBrowser phone = browser();
        phone.signInByLink(address(), 1);
        String code = codes(phone).getFirst().replace("-", "");
        int found = jdbc.sql("select count(*) from account.recovery_code where position(?::bytea in hash) > 0")
                .param(code.substring(0, 8).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .query((row, n) -> row.getInt(1))
                .single();
        assertThat(found).isZero();
    }

    private static List<String> codes(PersonsBrowser browser) throws Exception {
        HttpResponse<String> page = browser.post("/account/recovery-codes");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        return CODE.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
