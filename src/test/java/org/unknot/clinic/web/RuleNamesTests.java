package org.unknot.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.unknot.shared.Texts;

/** Each rule that can stand on a person's page has a name there that a physiotherapist would use. */
class RuleNamesTests {

    private static final Pattern PROGRAM_RULE = Pattern.compile("(?m)^rule,([a-z0-9-]+),");
    private static final Pattern TRIAGE_REASON = Pattern.compile("(?m)^  - id: ([a-z0-9-]+)$");

    private final Texts texts = new Texts();

    RuleNamesTests() throws IOException {}

    @Test
    void everyRuleOfTheProgramHasOne() throws IOException {
        List<String> rules = found(PROGRAM_RULE, Files.readString(Path.of("docs/clinical/program-rules.csv")));
        assertThat(rules).hasSizeGreaterThan(10).allMatch(rule -> texts.has("clinic.rule." + rule));
        assertThat(texts.has("clinic.rule.choice")).isTrue();
    }

    @Test
    void everyReasonOfTriageHasOne() throws IOException {
        int reasons = 0;
        try (var files = Files.list(Path.of("src/main/resources/content/triage"))) {
            for (Path file : files.toList()) {
                String sentences = Files.readString(file);
                int rules = sentences.indexOf("\nrules:\n");
                List<String> ids = rules < 0 ? List.of() : found(TRIAGE_REASON, sentences.substring(rules));
                assertThat(ids).as(file.toString()).allMatch(rule -> texts.has("clinic.sign." + rule));
                reasons += ids.size();
            }
        }
        assertThat(reasons).isGreaterThan(40);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
