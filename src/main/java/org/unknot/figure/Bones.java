package org.unknot.figure;

import java.util.EnumMap;
import java.util.Map;

/** What hangs on what: for each segment its parent, where it starts in the parent's frame, and where it ends in its own. */
final class Bones {

    static final double THIGH = 24.5;
    static final double SHANK = 23.5;
    static final double UPPER_ARM = 18;
    static final double FOREARM = 15;

    /** Anthropometric ratios, rounded; a body is about 100 units long. */
    private record Bone(Segment parent, Vec start, Vec end) {}

    private static final Map<Segment, Bone> BONES = new EnumMap<>(Segment.class);

    static {
        add(Segment.PELVIS, Segment.PELVIS, Vec.ZERO, new Vec(0, 4, 0));
        chain(Segment.PELVIS, Segment.LUMBAR, new Vec(0, 9, 0));
        chain(Segment.LUMBAR, Segment.MID_BACK, new Vec(0, 8, 0));
        chain(Segment.MID_BACK, Segment.CHEST, new Vec(0, 8, 0));
        chain(Segment.CHEST, Segment.NECK, new Vec(0, 5, 0));
        chain(Segment.NECK, Segment.SKULL, new Vec(0, 9, 0));
        leg(5, Segment.LEFT_THIGH, Segment.LEFT_SHANK, Segment.LEFT_FOOT);
        leg(-5, Segment.RIGHT_THIGH, Segment.RIGHT_SHANK, Segment.RIGHT_FOOT);
        arm(8.6, Segment.LEFT_UPPER_ARM, Segment.LEFT_FOREARM, Segment.LEFT_HAND, Segment.LEFT_FINGERS);
        arm(-8.6, Segment.RIGHT_UPPER_ARM, Segment.RIGHT_FOREARM, Segment.RIGHT_HAND, Segment.RIGHT_FINGERS);
    }

    private Bones() {}

    static Segment parent(Segment segment) {
        return bone(segment).parent();
    }

    static Vec start(Segment segment) {
        return bone(segment).start();
    }

    static Vec end(Segment segment) {
        return bone(segment).end();
    }

    private static Bone bone(Segment segment) {
        return java.util.Objects.requireNonNull(BONES.get(segment));
    }

    private static void leg(double hip, Segment thigh, Segment shank, Segment foot) {
        add(thigh, Segment.PELVIS, new Vec(hip, 0, 0), new Vec(0, -THIGH, 0));
        chain(thigh, shank, new Vec(0, -SHANK, 0));
        chain(shank, foot, new Vec(0, -2, 8.3));
    }

    private static void arm(double shoulder, Segment upper, Segment fore, Segment hand, Segment fingers) {
        add(upper, Segment.CHEST, new Vec(shoulder, 6, 0), new Vec(0, -UPPER_ARM, 0));
        chain(upper, fore, new Vec(0, -FOREARM, 0));
        chain(fore, hand, new Vec(0, -3.2, 0));
        chain(hand, fingers, new Vec(0, -3.2, 0));
    }

    /** Starts where its parent ends. */
    private static void chain(Segment parent, Segment segment, Vec end) {
        add(segment, parent, end(parent), end);
    }

    private static void add(Segment segment, Segment parent, Vec start, Vec end) {
        BONES.put(segment, new Bone(parent, start, end));
    }
}
