package org.unknot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of questions, reasons and care cards are short and never call the absence of flags safe. */
class TriageWordsTests {

    private static final Pattern REASSURANCE = Pattern.compile(
            "\\b(you are safe|it is safe|all clear|in the clear|nothing serious|not serious|no danger|harmless|nothing to worry|ruled out)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noSentenceIsLongerThanTwelveWords() throws IOException {
        assertThat(sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.strip().split("\\s+").length)
                        .as(sentence)
                        .isLessThanOrEqualTo(12));
    }

    @Test
    void theAbsenceOfFlagsIsNeverCalledSafe() throws IOException {
        assertThat(texts())
                .allSatisfy(text ->
                        assertThat(REASSURANCE.matcher(text).find()).as(text).isFalse());
    }

    @Test
    void theDangerPagesStayWithinTheirWords() {
        assertThat(wordsOfPage(Prompt.CALL_NOW)).isLessThanOrEqualTo(66);
        assertThat(wordsOfPage(Prompt.DOCTOR_FIRST)).isLessThanOrEqualTo(50);
    }

    private static int wordsOfPage(String page) {
        return Answering.QUESTIONNAIRE.questions().stream()
                .filter(question -> question.page().filter(page::equals).isPresent())
                .filter(question -> !question.id().value().startsWith("pregnant-"))
                .flatMap(question -> question.line().stream())
                .mapToInt(line -> line.split("\\s+").length)
                .sum();
    }

    private static List<String> sentences() throws IOException {
        return texts().stream()
                .flatMap(text -> Arrays.stream(text.split("(?<=[.?!:])\\s+")))
                .toList();
    }

    private static List<String> texts() throws IOException {
        Properties messages = new Properties();
        try (var reader = new InputStreamReader(
                TriageWordsTests.class.getResourceAsStream("/messages/triage.properties"), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return Stream.of(
                        Answering.QUESTIONNAIRE.questions().stream()
                                .flatMap(question -> Stream.of(question.text(), question.why())),
                        Answering.QUESTIONNAIRE.sentences().values().stream(),
                        messages.values().stream().map(String.class::cast))
                .flatMap(texts -> texts)
                .toList();
    }
}
