package org.unknot.figure;

/** The bones while they are being placed: for each segment a frame and a near end, filled from the pelvis outwards. */
final class Skeleton {

    private static final int COUNT = Segment.values().length;

    private final Rot[] frames = new Rot[COUNT];
    private final Vec[] starts = new Vec[COUNT];

    Rot frame(Segment segment) {
        return frames[segment.ordinal()];
    }

    Vec start(Segment segment) {
        return starts[segment.ordinal()];
    }

    Vec end(Segment segment) {
        return at(segment, Bones.end(segment));
    }

    /** Where a point of a segment's frame is in the world. */
    Vec at(Segment segment, Vec local) {
        return start(segment).plus(frame(segment).apply(local));
    }

    /** Where a segment would start, once its parent stands. */
    Vec socket(Segment segment) {
        return at(Bones.parent(segment), Bones.start(segment));
    }

    void pelvis(Vec place, Rot frame) {
        frames[Segment.PELVIS.ordinal()] = frame;
        starts[Segment.PELVIS.ordinal()] = place;
    }

    /** Hangs a segment on its parent, with a frame in the world. */
    void hang(Segment segment, Rot frame) {
        frames[segment.ordinal()] = frame;
        starts[segment.ordinal()] = socket(segment);
    }

    /** Hangs a segment on its parent, turned against it. */
    void turn(Segment segment, Rot local) {
        hang(segment, frame(Bones.parent(segment)).times(local));
    }

    /** How a segment is turned against its parent. */
    Rot turned(Segment segment) {
        return frame(Bones.parent(segment)).relative(frame(segment));
    }

    boolean has(Segment segment) {
        return frames[segment.ordinal()] != null;
    }

    void lift(double by) {
        for (int i = 0; i < COUNT; i++) {
            if (frames[i] != null) {
                starts[i] = starts[i].plus(new Vec(0, by, 0));
            }
        }
    }
}
