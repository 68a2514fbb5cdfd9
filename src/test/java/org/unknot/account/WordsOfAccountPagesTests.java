package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.content.Readability;

/** What people read around their account is as plain as what they read about their back: grade 7 or lower. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class WordsOfAccountPagesTests {

    private static final Readability READABILITY = readability();
    private static final double HIGHEST_GRADE = 7;
    private static final int FEWEST_WORDS = 25;

    private static final List<String> SIGNED_OUT =
            List.of("/sign-in", "/sign-in/password", "/sign-in/code", "/sign-in/sent", "/sign-in/lost", "/privacy");
    private static final List<String> SIGNED_IN = List.of(
            "/account",
            "/account/name",
            "/account/consent",
            "/account/people",
            "/account/trail?all=true",
            "/account/copy",
            "/account/erasure",
            "/device",
            "/privacy");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void eachPageReadsAtGradeSevenOrLower() {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody somebody = signedIn.patientWhoConsents();
        signedIn.relate(somebody, signedIn.with(Role.EXERCISE_PHYSIOLOGIST), Relationship.TREATS);
        List<String> tooHard = new ArrayList<>();
        SIGNED_OUT.forEach(path -> measure(new AnyPhone(port), path, tooHard));
        SIGNED_IN.forEach(path -> measure(new AnyPhone(port).signedInAs(somebody), path, tooHard));
        assertThat(tooHard).isEmpty();
    }

    private static void measure(AnyPhone phone, String path, List<String> tooHard) {
        HttpResponse<String> page = phone.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        String html = page.body();
        String text = html.substring(html.indexOf("<main"))
                .replaceAll("(?s)<template>.*?</template>", "\n")
                .replaceAll("</?(strong|span|em|small|b|a|code)\\b[^>]*>", " ")
                .replaceAll("<[^>]+>", "\n")
                .replaceAll("&[a-z]+;|&#\\d+;", " ");
        double grade = READABILITY.grade(text);
        int words = READABILITY.words(text).size();
        assertThat(words).as(path).isGreaterThan(5);
        if (words >= FEWEST_WORDS && grade > HIGHEST_GRADE) {
            tooHard.add("%s: grade %.1f of %d words".formatted(path, grade, words));
        }
    }

    private static Readability readability() {
        try {
            return Readability.withNamedTerms();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
