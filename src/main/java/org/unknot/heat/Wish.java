package org.unknot.heat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/**
 * A course somebody asks for, with an answer to every question that stands before heat. Silence is no answer: a wish that leaves
 * one open cannot be made.
 *
 * @param minutes 15 or 20, nothing else
 * @param answers to each of {@link #QUESTIONS}; more is left alone
 */
public record Wish(Way way, int minutes, Map<QuestionId, Answer> answers) {

    static final int SHORTEST = 15;
    public static final Set<Integer> LENGTHS = Set.of(SHORTEST, 20);

    public static final QuestionId FEVER = new QuestionId("fever");
    public static final QuestionId PREGNANT = new QuestionId("pregnant");

    /** Ticked in one list, in the order of asking. */
    public static final List<QuestionId> LIST = List.of(
            new QuestionId("reduced-feeling"),
            new QuestionId("poor-circulation"),
            new QuestionId("skin-broken"),
            new QuestionId("heat-rub-or-patch"),
            new QuestionId("sleepy-or-alcohol"),
            new QuestionId("cancer-or-radiation-site"),
            new QuestionId("fresh-swelling"),
            FEVER);

    /** All of them: the list, and pregnancy, which allows a short pack. */
    public static final List<QuestionId> QUESTIONS = java.util.stream.Stream.concat(
                    LIST.stream(), java.util.stream.Stream.of(PREGNANT))
            .toList();

    public Wish {
        if (!LENGTHS.contains(minutes)) {
            throw new IllegalArgumentException("a course is 15 or 20 minutes, for example 15; got: " + minutes);
        }
        answers = Map.copyOf(answers);
        for (QuestionId question : QUESTIONS) {
            if (!answers.containsKey(question)) {
                throw new IllegalArgumentException(
                        "every question before heat is answered, for example with no; open: " + question.value());
            }
        }
    }

    /** Not sure counts as yes: only a no in as many words is clean (docs/clinical/sources.md#J-answers). */
    boolean yes(QuestionId question) {
        return Objects.requireNonNull(answers.get(question)) != Answer.NO;
    }
}
