package org.unknot.triage;

import java.util.Map;
import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/**
 * What a person has just told us, to be added to what they told before; a new answer takes the place of an older one.
 *
 * @param age whole years, 0 to 120
 * @param durationDays whole days since it began, 0 to 36500
 */
public record Changes(
        Optional<Integer> age,
        Optional<Answers.Sex> sex,
        Optional<Integer> durationDays,
        Optional<PainScore> pain,
        Map<QuestionId, Answer> given) {

    public Changes {
        given = Map.copyOf(given);
    }

    public static Changes of(Map<QuestionId, Answer> given) {
        return new Changes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), given);
    }

    public static Changes of(QuestionId question, Answer answer) {
        return of(Map.of(question, answer));
    }

    public static Changes ofAge(int years) {
        return new Changes(Optional.of(years), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public static Changes ofPain(PainScore pain) {
        return new Changes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pain), Map.of());
    }

    public static Changes ofDuration(int days) {
        return new Changes(Optional.empty(), Optional.empty(), Optional.of(days), Optional.empty(), Map.of());
    }

    /** The same with these answers in place of its own. */
    public Changes with(Map<QuestionId, Answer> answers) {
        return new Changes(age, sex, durationDays, pain, answers);
    }
}
