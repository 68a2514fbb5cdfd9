package org.unknot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unknot.triage.RuleTable.Case;

/** The rule book does what the clinician's table says, and the table would notice if any rule were gone. */
class RuleTableTests {

    static List<Case> cases() {
        return RuleTable.read();
    }

    static Stream<String> rules() {
        return Stream.concat(
                RedFlags.ALL.stream().map(RedFlag::id), Limit.ALL.stream().map(Limit::id));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCaseEndsWhereTheTableSays(Case it) {
        Verdict verdict = Answering.RULES.judge(it.answers(), Answering.NOW);

        assertThat(verdict.disposition().level()).as(it + ": level").isEqualTo(it.level());
        assertThat(verdict.clearedFor()).as(it + ": cleared for").isEqualTo(it.clearedFor());
        assertThat(reasons(verdict)).as(it + ": reasons").isEqualTo(it.reasons());
        assertThat(verdict.disposition().reasons())
                .filteredOn(reason -> reason.rule().equals(it.rule()))
                .as(it + ": citation")
                .allMatch(reason -> reason.citation().equals(it.citation()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleHasACaseThatHoldsAndOneThatJustMisses(String rule) {
        List<Case> about = cases().stream().filter(it -> it.rule().equals(rule)).toList();

        assertThat(about)
                .anySatisfy(it -> assertThat(
                                it.kind().equals("holds") && it.reasons().contains(rule))
                        .isTrue())
                .anySatisfy(it -> assertThat(
                                it.kind().equals("just misses") && !it.reasons().contains(rule))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void withoutAnyOneRuleTheTableIsRed(String rule) {
        Rules fewer = new Rules(
                RedFlags.ALL.stream().filter(flag -> !flag.id().equals(rule)).toList(),
                Limit.ALL.stream().filter(limit -> !limit.id().equals(rule)).toList(),
                Answering.QUESTIONNAIRE.sentences());

        assertThat(cases()).anyMatch(Predicate.not(it -> passes(fewer, it)));
    }

    @Test
    void theTableNamesOnlyRulesOfTheBookAndNumbersItsCases() {
        Set<String> known = Stream.concat(rules(), Stream.of(Rules.STILL_OPEN, Rules.NOTHING_TOLD))
                .collect(Collectors.toSet());

        assertThat(cases()).isNotEmpty().allSatisfy(it -> assertThat(known).containsAll(it.reasons()));
        assertThat(cases().stream().map(Case::id)).doesNotHaveDuplicates();
    }

    private static boolean passes(Rules rules, Case it) {
        Verdict verdict = rules.judge(it.answers(), Answering.NOW);
        return verdict.disposition().level() == it.level()
                && verdict.clearedFor().equals(it.clearedFor())
                && reasons(verdict).equals(it.reasons());
    }

    private static Set<String> reasons(Verdict verdict) {
        return verdict.disposition().reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    }
}
