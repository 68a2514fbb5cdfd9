package org.unknot.program;

import org.unknot.exercise.ExerciseId;
import org.unknot.shared.PainScore;

/** How one step of a session ended. */
public sealed interface StepOutcome {

    /** Held to the end, or as long as able where the dose allows it. */
    record Done() implements StepOutcome {}

    /** Went over to an easier form. */
    record EasedOff(ExerciseId to) implements StepOutcome {}

    /** Stopped because it hurt: how much, where, and of what kind. */
    record StoppedForPain(PainScore pain, Where where, Kind kind) implements StepOutcome {}

    /** Left out by choice. */
    record Skipped() implements StepOutcome {}

    /** The furthest place where it hurts, in order away from the spine; further down than before locks the direction. */
    enum Where {
        BACK,
        HIP,
        THIGH,
        BELOW_KNEE
    }

    /** What made the person stop. */
    enum Kind {
        PAIN,
        SPREADING,
        NUMB,
        TIRED,
        OTHER
    }
}
