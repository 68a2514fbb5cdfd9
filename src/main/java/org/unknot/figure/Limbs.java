package org.unknot.figure;

import org.unknot.shared.Side;

/** The segments of a leg or an arm, from the trunk outwards, by side. */
final class Limbs {

    private static final Segment[] LEFT_LEG = {Segment.LEFT_THIGH, Segment.LEFT_SHANK, Segment.LEFT_FOOT};
    private static final Segment[] RIGHT_LEG = {Segment.RIGHT_THIGH, Segment.RIGHT_SHANK, Segment.RIGHT_FOOT};
    private static final Segment[] LEFT_ARM = {
        Segment.LEFT_UPPER_ARM, Segment.LEFT_FOREARM, Segment.LEFT_HAND, Segment.LEFT_FINGERS
    };
    private static final Segment[] RIGHT_ARM = {
        Segment.RIGHT_UPPER_ARM, Segment.RIGHT_FOREARM, Segment.RIGHT_HAND, Segment.RIGHT_FINGERS
    };
    static final Segment[] TRUNK = {
        Segment.PELVIS, Segment.LUMBAR, Segment.MID_BACK, Segment.CHEST, Segment.NECK, Segment.SKULL
    };

    private Limbs() {}

    static Segment[] leg(Side side) {
        return side == Side.LEFT ? LEFT_LEG : RIGHT_LEG;
    }

    static Segment[] arm(Side side) {
        return side == Side.LEFT ? LEFT_ARM : RIGHT_ARM;
    }

    /** The person's left is positive x of every body frame. */
    static int sign(Side side) {
        return side == Side.LEFT ? 1 : -1;
    }
}
