package org.unknot.exercise;

import static org.unknot.exercise.MovementTag.ARMS_OUT;
import static org.unknot.exercise.MovementTag.DEEP_KNEE_BEND;
import static org.unknot.exercise.MovementTag.HEAD_DOWN;
import static org.unknot.exercise.MovementTag.HIP_BEYOND_90;
import static org.unknot.exercise.MovementTag.HIP_CROSSING;
import static org.unknot.exercise.MovementTag.KNEELING;
import static org.unknot.exercise.MovementTag.LUMBAR_EXTENSION;
import static org.unknot.exercise.MovementTag.LUMBAR_FLEXION;
import static org.unknot.exercise.MovementTag.NECK_FLEXION;
import static org.unknot.exercise.MovementTag.PRONE;
import static org.unknot.exercise.MovementTag.ROTATION;
import static org.unknot.exercise.MovementTag.SUPINE;
import static org.unknot.exercise.MovementTag.WEIGHT_ON_SHOULDERS;
import static org.unknot.exercise.MovementTag.WEIGHT_ON_WRISTS;

import java.util.List;
import org.unknot.shared.QuestionId;

/**
 * A caution that a movement always brings with it, whatever exercise it is part of: so a new exercise, an easier form or a
 * clinic's own file cannot forget it. The content files still state each caution; the catalogue refuses a file that does not.
 *
 * @param effect whether the question keeps the exercise out or sends to an easier form, which must be free of the movement
 * @param citation key into docs/clinical/sources.md
 */
record Safeguard(MovementTag movement, QuestionId when, Effect effect, String citation) {

    enum Effect {
        BLOCK,
        /** A block will do as well. */
        EASE
    }

    /** From the table of stretches and the directions in docs/clinical/sources.md#stretching. */
    static final List<Safeguard> ALL = List.of(
            block(LUMBAR_FLEXION, "osteoporosis", "S34"),
            block(LUMBAR_FLEXION, "worse-bending", "J-direction"),
            block(LUMBAR_EXTENSION, "slipped-vertebra", "S32"),
            block(LUMBAR_EXTENSION, "known-stenosis", "J-extension"),
            block(LUMBAR_EXTENSION, "recent-surgery", "J-surgery"),
            block(LUMBAR_EXTENSION, "worse-arching", "J-direction"),
            block(ROTATION, "osteoporosis", "S34"),
            block(ROTATION, "recent-surgery", "J-surgery"),
            block(ROTATION, "worse-twisting", "J-direction"),
            block(HIP_BEYOND_90, "hip-precautions", "S31"),
            block(HIP_CROSSING, "hip-precautions", "S31"),
            block(PRONE, "prone-uncomfortable", "J-pregnancy"),
            block(HEAD_DOWN, "glaucoma", "S33"),
            block(HEAD_DOWN, "high-blood-pressure", "J-head-down"),
            block(HEAD_DOWN, "vertigo", "J-head-down"),
            block(KNEELING, "knee-replacement", "J-kneeling"),
            block(NECK_FLEXION, "neck-trouble", "J-neck"),
            ease(SUPINE, "pregnant-16", "J-pregnancy"),
            ease(WEIGHT_ON_WRISTS, "wrist-trouble", "J-wrist-shoulder"),
            ease(WEIGHT_ON_SHOULDERS, "shoulder-trouble", "J-wrist-shoulder"),
            ease(ARMS_OUT, "shoulder-trouble", "J-wrist-shoulder"),
            ease(DEEP_KNEE_BEND, "knee-trouble", "J-knee"));

    boolean concerns(Exercise exercise) {
        return exercise.tags().contains(movement);
    }

    boolean isKeptBy(Exercise exercise) {
        return exercise.cautions().stream()
                .filter(caution -> caution.when().equals(when))
                .anyMatch(caution -> switch (caution) {
                    case Caution.Block _ -> true;
                    case Caution.Ease _ -> effect == Effect.EASE;
                });
    }

    private static Safeguard block(MovementTag movement, String when, String citation) {
        return new Safeguard(movement, new QuestionId(when), Effect.BLOCK, citation);
    }

    private static Safeguard ease(MovementTag movement, String when, String citation) {
        return new Safeguard(movement, new QuestionId(when), Effect.EASE, citation);
    }
}
