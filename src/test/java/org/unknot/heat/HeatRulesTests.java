package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Level;

/** The table that a clinician signs is what the rules do, and every rule has a row where it holds and one where it just misses. */
class HeatRulesTests {

    private static final Path TABLE = Path.of("docs/clinical/heat-rules.csv");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyRowIsWhatTheRulesDo() throws IOException {
        return rows().map(row -> DynamicTest.dynamicTest(
                row[0] + " " + row[3],
                () -> assertThat(refusals(row))
                        .isEqualTo(row[12].isEmpty() ? List.of() : List.of(row[12].split(" ")))));
    }

    @Test
    void everyRuleHoldsInOneRowAndJustMissesInAnother() throws IOException {
        Set<String> rules = Refusals.ALL.stream().map(Refusal::id).collect(Collectors.toSet());
        assertThat(rows().filter(row -> row[1].equals("holds"))
                        .map(row -> row[2])
                        .collect(Collectors.toSet()))
                .isEqualTo(rules);
        assertThat(rows().filter(row -> row[1].equals("just misses"))
                        .map(row -> row[2])
                        .collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    @Test
    void theTableCitesWhatTheRulesCite() throws IOException {
        Map<String, String> cited = Refusals.ALL.stream().collect(Collectors.toMap(Refusal::id, Refusal::citation));
        assertThat(rows()).allMatch(row -> row[13].equals(cited.get(row[2])));
    }

    @Test
    void everyRowHasItsColumnsAndASignatureBothNameAndDay() throws IOException {
        assertThat(rows()).allMatch(row -> row.length == 16 && row[14].isEmpty() == row[15].isEmpty());
    }

    @Test
    void everyQuestionBeforeHeatHasARule() {
        Set<String> rules = Refusals.ALL.stream().map(Refusal::id).collect(Collectors.toSet());
        assertThat(Wish.LIST).allMatch(question -> rules.contains(question.value()));
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split(",", -1));
    }

    private static List<String> refusals(String[] row) {
        Map<QuestionId, Answer> answers = new HashMap<>();
        Wish.QUESTIONS.forEach(question -> answers.put(question, Answer.NO));
        Arrays.stream(row[6].split(" ")).filter(told -> !told.isEmpty()).forEach(told -> {
            String[] pair = told.split("=");
            answers.put(new QuestionId(pair[0]), Answer.valueOf(pair[1].toUpperCase(Locale.ROOT)));
        });
        int rest = Integer.parseInt(row[11]);
        Case it = new Case(
                Optional.of(new Wish(Way.of(row[4]).orElseThrow(), Integer.parseInt(row[5]), answers)),
                row[7].isEmpty() ? Optional.empty() : Optional.of(Level.valueOf(row[7])),
                row[8].equals("yes"),
                row[9].equals("yes"),
                row[10].equals("yes"),
                Optional.of(NOON.plus(Duration.ofMinutes(rest))),
                NOON);
        return Refusals.of(it).stream().map(Refusal::id).toList();
    }
}
