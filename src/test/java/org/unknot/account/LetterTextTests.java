package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.unknot.account.Letter.Kind;
import org.unknot.shared.Texts;

/** What stands below each letter. */
class LetterTextTests {

    @Test
    void theClinicsOwnWordsStandBelowEachLetterAndNothingWhereThereAreNone() throws Exception {
        for (Kind kind : Kind.values()) {
            assertThat(body(kind, "Riverbend, 1 River Street"))
                    .as(kind.key())
                    .contains("\n\nRiverbend, 1 River Street\n\nUnknot.");
            assertThat(body(kind, "")).as(kind.key()).doesNotContain("\n\n\n");
        }
    }

    @Test
    void aLetterOfADemoBeginsWithThatAllOfItIsInvented() throws Exception {
        for (Kind kind : Kind.values()) {
            assertThat(body(kind, "", true)).as(kind.key()).startsWith("Demo: all of this is invented.\n\n");
            assertThat(body(kind, "")).as(kind.key()).doesNotContain("Demo");
        }
    }

    private static String body(Kind kind, String words) throws Exception {
        return body(kind, words, false);
    }

    private static String body(Kind kind, String words, boolean demo) throws Exception {
        ClinicWords clinic = new ClinicWords() {
            @Override
            public String onSignIn() {
                return "";
            }

            @Override
            public String onPrivacy() {
                return "";
            }

            @Override
            public String underLetters() {
                return words;
            }
        };
        Letter letter = new Letter(
                UUID.randomUUID(),
                kind,
                new EmailAddress("kim@example.org"),
                List.of("something"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "/");
        return new LetterText(new Texts(), new PublicAddress("https://back.example.org", 0), clinic, demo)
                .body(letter, "/account");
    }
}
