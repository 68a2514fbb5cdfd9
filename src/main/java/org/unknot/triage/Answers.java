package org.unknot.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/**
 * What a person told us. A question that is not in {@code given} was not answered, which is unknown and never "no".
 *
 * @param age whole years, 0 to 120
 * @param durationDays whole days since this spasm began, 0 to 36500
 */
public record Answers(
        int age,
        Optional<Sex> sex,
        Optional<Integer> durationDays,
        Optional<PainScore> pain,
        Map<QuestionId, Answer> given) {

    /** As the fracture and aorta rules need it; may be left unsaid. */
    public enum Sex {
        FEMALE,
        MALE,
        OTHER
    }

    public Answers {
        given = Map.copyOf(given);
    }

    /** The same with these answers added; a new answer takes the place of an older one. */
    public Answers with(Map<QuestionId, Answer> more) {
        Map<QuestionId, Answer> merged = new HashMap<>(given);
        merged.putAll(more);
        return new Answers(age, sex, durationDays, pain, merged);
    }

    public Optional<Answer> to(QuestionId question) {
        return Optional.ofNullable(given.get(question));
    }

    /** Whether the person said no in as many words; silence and doubt are not a no. */
    public boolean no(QuestionId question) {
        return given.get(question) == Answer.NO;
    }
}
