package org.unknot.exercise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an exercise asks of the body, so that a clinician can forbid a movement and not only an exercise. */
public enum MovementTag {
    LUMBAR_FLEXION,
    /** Bending with the trunk's own weight on the bent spine. */
    LOADED_FLEXION,
    LUMBAR_EXTENSION,
    /** Arching as far as the arms can push. */
    END_RANGE_EXTENSION,
    ROTATION,
    HIP_BEYOND_90,
    HIP_CROSSING,
    PRONE,
    SUPINE,
    SIDE_LYING,
    KNEELING,
    DEEP_KNEE_BEND,
    HEAD_DOWN,
    WEIGHT_ON_WRISTS,
    /** Pushing the body up through the shoulders; leaning on the forearms is not meant. */
    WEIGHT_ON_SHOULDERS,
    /** Arms spread to the sides at shoulder height. */
    ARMS_OUT,
    NECK_FLEXION;

    /** As in content files and scripts, such as {@code hip-beyond-90}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
