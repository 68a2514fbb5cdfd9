package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table that a clinician reads and signs names the rules that run, no more and no fewer, with their sources. */
class RuleBookTests {

    private static final Path TABLE = Path.of("docs/clinical/program-rules.csv");
    private static final Path SOURCES = Path.of("docs/clinical/sources.md");

    @Test
    void theTableHoldsEveryRuleOfTheBookAndNoOther() throws IOException {
        assertThat(rows().map(row -> row[0] + " " + row[1] + " " + row[2]))
                .containsExactlyElementsOf(Stream.concat(
                                Rules.ALL.stream().map(rule -> "rule " + rule.id() + " " + rule.citation()),
                                Stream.concat(Referral.ALL.stream(), Stream.of(Referral.NOTHING_TO_DO))
                                        .map(referral -> "see " + referral.id() + " " + referral.citation()))
                        .toList());
    }

    @Test
    void everyCitationLeadsToASource() throws IOException {
        String sources = Files.readString(SOURCES);
        assertThat(rows().map(row -> row[2])).allMatch(key -> sources.contains("id=\"" + key + "\""));
    }

    @Test
    void everyRowHasItsSevenColumnsAndASignatureBothNameAndDay() throws IOException {
        assertThat(rows()).allMatch(row -> row.length == 7 && row[5].isEmpty() == row[6].isEmpty());
    }

    private static Stream<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        return lines.stream().skip(1).map(line -> line.split(",", -1));
    }
}
