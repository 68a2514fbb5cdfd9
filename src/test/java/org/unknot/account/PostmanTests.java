package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.OddMailServer.Mood;

/**
 * What becomes of letters when the mail server refuses, is silent or away. In one transaction that is undone, so that no other
 * postman sees them.
 */
@Transactional
@ExtendWith(OutputCaptureExtension.class)
class PostmanTests extends WithMail {

    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_=-]+)");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LetterStore letters;

    @Autowired
    private EmailLinks links;

    private OddMailServer server;
    private Postman postman;
    private Letters wanted;

    @BeforeEach
    void aServerAndAPostman() throws IOException {
        jdbc.sql("delete from account.letter").update(); // of tests before, as long as this one lasts
        server = new OddMailServer();
        MailServer ours = new MailServer(
                MailSettings.sender("127.0.0.1", server.port(), "", "", "none", PATIENCE), "back@example.org");
        postman = new Postman(
                letters,
                context.getBean(InvitationStore.class),
                context.getBean(LetterText.class),
                new MailSettings(ours),
                context.getBean(org.springframework.modulith.moments.support.Now.class));
        wanted = new Letters(
                letters,
                context.getBean(AccountStore.class),
                postman,
                context.getBean(org.springframework.modulith.moments.support.Now.class));
    }

    @AfterEach
    void close() {
        postman.destroy();
        server.close();
    }

    @Test
    void whatIsRefusedIsTriedAgainAndGoesOutOnceWithALinkThatWorks(CapturedOutput log) {
        String address = address();
        wanted.linkToSignIn(new EmailAddress(address), "browser", "/plan");
        server.is(Mood.REFUSES_ALL);
        postman.round();
        postman.round();
        assertThat(server.visits()).as("not again at once").isEqualTo(1);
        server.is(Mood.TAKES);
        later(Duration.ofSeconds(95));
        assertThat(server.taken()).singleElement().asString().startsWith(address);
        assertThat(links.isOpen(token(server.taken().getFirst()))).isTrue();
        later(Duration.ofMinutes(30));
        assertThat(server.taken()).as("and never again").hasSize(1);
        assertThat(log)
                .contains("did not take a letter")
                .doesNotContain(address)
                .doesNotContain("not now for");
    }

    @Test
    void aServerThatIsSilentOrAwayGetsItWhenItIsBack() throws IOException {
        wanted.linkToSignIn(new EmailAddress(address()), "browser", "/plan");
        server.is(Mood.SILENT);
        postman.round();
        server.goesAway();
        later(Duration.ofMinutes(2));
        server.is(Mood.TAKES);
        server.comesBack();
        later(Duration.ofMinutes(4));
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anHourIsEnoughAndTheLogSaysSoWithoutAnAddress(CapturedOutput log) throws IOException {
        String address = address();
        wanted.linkToSignIn(new EmailAddress(address), "browser", "/plan");
        server.goesAway();
        for (int minute = 0; minute < 62; minute++) {
            later(Duration.ofMinutes(1));
        }
        server.comesBack();
        later(Duration.ofMinutes(1));
        assertThat(server.taken()).isEmpty();
        assertThat(log).contains("1 letters given up").doesNotContain(address);
        assertThat(log.getOut().split("did not take a letter", -1)).as("tries").hasSizeBetween(5, 9);
    }

    @Test
    void whatIsTakenIsNotSentAgainBecauseTheGoodbyeFails() {
        wanted.linkToSignIn(new EmailAddress(address()), "browser", "/plan");
        server.is(Mood.TAKES_AND_DIES);
        postman.round();
        later(Duration.ofMinutes(10));
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void oneWhoIsNotThereKeepsNobodyElseWaiting() {
        server.is(Mood.REFUSES_SOME);
        wanted.linkToSignIn(new EmailAddress("gone-" + address()), "browser", "/plan");
        String there = address();
        wanted.linkToSignIn(new EmailAddress(there), "browser", "/plan");
        postman.round();
        assertThat(server.taken()).singleElement().asString().startsWith(there);
    }

    @Test
    void aServerThatIsSilentCostsARoundThreeTriesAndNotOneForEachLetter() {
        IntStream.range(0, 8).forEach(n -> wanted.linkToSignIn(new EmailAddress(address()), "browser", "/plan"));
        server.is(Mood.SILENT);
        postman.round();
        assertThat(server.visits()).isEqualTo(3);
        server.is(Mood.TAKES);
        later(Duration.ofMinutes(2));
        assertThat(server.taken()).hasSize(8);
    }

    @Test
    void whoAsksAgainWhileItWaitsGetsOneLetter() throws IOException {
        EmailAddress address = new EmailAddress(address());
        server.goesAway();
        wanted.linkToSignIn(address, "first", "/plan");
        postman.round();
        wanted.linkToSignIn(address, "second", "/heat");
        server.comesBack();
        later(Duration.ofMinutes(2));
        assertThat(server.taken()).hasSize(1);
        assertThat(letters.link(Tokens.hash(token(server.taken().getFirst())), time.instant()))
                .get()
                .matches(link -> link.askedWith("second") && link.next().equals("/heat"));
    }

    private void later(Duration by) {
        time.shiftBy(by);
        postman.round();
    }

    private static String token(String letter) {
        // quoted-printable, where the text has a letter that is not ASCII
        Matcher token = TOKEN.matcher(letter.replace("=\n", "").replace("=3D", "="));
        assertThat(token.find()).as(letter).isTrue();
        return token.group(1);
    }
}
