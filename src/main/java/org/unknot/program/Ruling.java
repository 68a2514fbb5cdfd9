package org.unknot.program;

import java.util.Optional;
import org.unknot.exercise.ExerciseId;
import org.unknot.shared.QuestionId;

/** What one rule says about one candidate. */
sealed interface Ruling {

    Ruling FINE = new Fine();

    /** The rule has nothing against it. */
    record Fine() implements Ruling {}

    /** Not in any form. */
    record Out(Words why, Optional<QuestionId> answerFirst) implements Ruling {}

    /** Not in this form; the next easier one may still be right, and is judged by every rule again. */
    record NotThisForm(Words why, Optional<QuestionId> answerFirst) implements Ruling {}

    /** Only in the form named or one that lies below it, and those are judged by every rule again. */
    record EaseTo(ExerciseId to, Words why, Optional<QuestionId> answerFirst) implements Ruling {}

    static Ruling out(Words why) {
        return new Out(why, Optional.empty());
    }

    static Ruling notThisForm(Words why) {
        return new NotThisForm(why, Optional.empty());
    }
}
