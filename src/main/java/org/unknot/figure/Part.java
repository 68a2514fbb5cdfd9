package org.unknot.figure;

import java.util.Locale;

/** What the painter paints in one go: the trunk, the head with the neck, and the pieces of the limbs. */
public enum Part {
    TORSO,
    HEAD,
    LEFT_THIGH,
    LEFT_SHANK,
    LEFT_FOOT,
    RIGHT_THIGH,
    RIGHT_SHANK,
    RIGHT_FOOT,
    LEFT_UPPER_ARM,
    LEFT_FOREARM,
    LEFT_HAND,
    RIGHT_UPPER_ARM,
    RIGHT_FOREARM,
    RIGHT_HAND;

    /** As in figure files: {@code right-thigh}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Part mirrored() {
        return valueOf(OtherSide.of(name()));
    }
}
