package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords: long, not common, slow to hash, and of no use for shutting anybody out. */
class PasswordTests extends WithMail {

    private static final String GOOD = "lantern gravel otter 93 quilt";

    @Autowired
    private Passwords passwords;

    @Autowired
    private PasswordHashing hashing;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "lantern gravel, SHORT",
        "passwordpassword, GUESSABLE",
        "aaaaaaaaaaaaaaaaaaaa, GUESSABLE",
        "123456789012345678, GUESSABLE",
        "qwertyuiopasdfghjkl, GUESSABLE",
        "kim kim kim kim kim, GUESSABLE",
        "iloveyouiloveyou, GUESSABLE"
    })
    void shortOrCommonOnesAreRefusedWithTheReason(String password, Passwords.Flaw flaw) {
        assertThat(passwords.flaw(password, List.of("kim"))).contains(flaw);
    }

    @Test
    void anyLettersWillDoAndUpTo128OfThem() {
        assertThat(passwords.flaw(GOOD, List.of())).isEmpty();
        assertThat(passwords.flaw("ветер за окном шумит тихо", List.of())).isEmpty();
        assertThat(passwords.flaw("correct 🐎 battery 🧷 staple", List.of())).isEmpty();
        assertThat(passwords.flaw(GOOD + "x".repeat(100), List.of())).contains(Passwords.Flaw.LONG);
    }

    @Test
    void itIsKeptAsArgon2idOfNineteenMebibytes() throws Exception {
        String address = withPassword(browser());
        String hash =
                jdbc.sql("""
                select p.hash from account.password p join account.account a on a.person_id = p.person_id where a.email = ?
                """).param(address).query((row, n) -> row.getString(1)).single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("lantern");
        assertThat(Mailbox.letter(address, 2).getSubject()).isEqualTo("Your password was changed");
    }

    @Test
    void itSignsIn() throws Exception {
        String address = withPassword(browser());
        PersonsBrowser desk = browser();
        assertThat(PersonsBrowser.location(signIn(desk, address, GOOD))).isEqualTo("/account");
        assertThat(desk.get("/account").statusCode()).isEqualTo(200);
        // the same letters, written by another keyboard
        assertThat(signIn(browser(), address, GOOD.replace("9", "９")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aWrongPairIsAnsweredTheSameWithTheSameWorkWhateverIsWrong() throws Exception {
        String with = withPassword(browser());
        String without = address();
        browser().signInByLink(without, 1);
        List<Integer> statements = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (String address : List.of(with, without, "nobody-" + address())) {
            long before = hashing.made();
            statements.add(CountedStatements.during(() -> {
                HttpResponse<String> answer = signIn(browser(), address, "not the right one at all");
                assertThat(answer.statusCode()).isEqualTo(422);
                bodies.add(answer.body().replace(address, "").replaceAll("value=\"[^\"]*\"", ""));
            }));
            hashes.add(hashing.made() - before);
        }
        assertThat(statements).as("statements").containsOnly(statements.getFirst());
        assertThat(hashes).as("hashes").containsOnly(1L);
        assertThat(bodies).as("bodies").containsOnly(bodies.getFirst());
    }

    @Test
    void itIsSetOnlySoonAfterAProof() throws Exception {
        PersonsBrowser phone = browser();
        phone.signInByLink(address(), 1);
        time.shiftBy(Duration.ofMinutes(6));
        assertThat(PersonsBrowser.location(phone.get("/account/password")))
                .isEqualTo("/sign-in/again?next=/account/password");
        assertThat(PersonsBrowser.location(phone.post("/account/password", "password", GOOD)))
                .startsWith("/sign-in/again");
    }

    @Test
    void atMostTwoAreHashedAtOnce() throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(n -> all.submit(() -> hashing.hash(GOOD + n)))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
        assertThat(hashing.mostAtOnce()).isEqualTo(2);
    }

    private String withPassword(PersonsBrowser phone) throws Exception {
        String address = address();
        phone.signInByLink(address, 1);
        HttpResponse<String> kept = phone.post("/account/password", "password", GOOD);
        assertThat(PersonsBrowser.location(kept)).as(kept.body()).isEqualTo("/account");
        return address;
    }

    private static HttpResponse<String> signIn(PersonsBrowser browser, String address, String password)
            throws Exception {
        return browser.post("/sign-in/password", "email", address, "password", password);
    }
}
