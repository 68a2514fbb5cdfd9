package org.unknot.triage.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Clearance;
import org.unknot.triage.Reason;
import org.unknot.triage.Verdict;

/**
 * The verdict as the API says it.
 *
 * @param clearedFor what may be offered now, gentlest first
 * @param nextQuestion null when no answer would change anything
 * @param recheckAt moment in ISO 8601
 */
record TriageAnswer(
        String disposition,
        List<String> clearedFor,
        List<Reason> reasons,
        String advice,
        @Nullable String nextQuestion,
        String recheckAt) {

    static TriageAnswer of(Verdict verdict, CareCard card) {
        return new TriageAnswer(
                verdict.disposition().level().name(),
                clearedFor(verdict),
                verdict.disposition().reasons(),
                card.wholeAdvice(verdict),
                verdict.nextQuestion().map(QuestionId::value).orElse(null),
                verdict.recheckAt().toString());
    }

    static List<String> clearedFor(Verdict verdict) {
        return verdict.clearedFor().stream()
                .sorted()
                .map(Clearance::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }
}
