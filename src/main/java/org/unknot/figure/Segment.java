package org.unknot.figure;

import java.util.Locale;

/** One rigid piece of the body with a frame of its own, in the order from the pelvis outwards. */
public enum Segment {
    PELVIS,
    LUMBAR,
    MID_BACK,
    CHEST,
    NECK,
    SKULL,
    LEFT_THIGH,
    LEFT_SHANK,
    LEFT_FOOT,
    RIGHT_THIGH,
    RIGHT_SHANK,
    RIGHT_FOOT,
    LEFT_UPPER_ARM,
    LEFT_FOREARM,
    LEFT_HAND,
    LEFT_FINGERS,
    RIGHT_UPPER_ARM,
    RIGHT_FOREARM,
    RIGHT_HAND,
    RIGHT_FINGERS;

    /** As in figure files: {@code right-shank}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Segment mirrored() {
        return valueOf(OtherSide.of(name()));
    }
}
