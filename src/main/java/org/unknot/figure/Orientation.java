package org.unknot.figure;

import org.jspecify.annotations.Nullable;

/**
 * How the pelvis is turned, in degrees: yaw about the vertical, then pitch (90 prone, −90 supine), then roll (positive towards
 * the person's left). It stands over ({@code x}, {@code z}); without a height the body settles until it touches the mat.
 */
public record Orientation(
        double yaw, double pitch, double roll, @Nullable Double height, double x, double z) {

    /** On the back, head at the left of the picture, the right side near. */
    public static final Orientation SUPINE = settled(90, -90, 0);

    /** On the belly, head at the left of the picture, the left side near. */
    public static final Orientation PRONE = settled(-90, 90, 0);

    /** On the right side, the front to the viewer, head at the left of the picture. */
    public static final Orientation SIDE = settled(90, -90, -90);

    /** Upright, facing the right of the picture, the right side near. */
    public static final Orientation UPRIGHT = settled(90, 0, 0);

    public static Orientation settled(double yaw, double pitch, double roll) {
        return new Orientation(yaw, pitch, roll, null, 0, 0);
    }

    public Orientation atHeight(double height) {
        return new Orientation(yaw, pitch, roll, height, x, z);
    }

    public Orientation mirrored() {
        return new Orientation(180 - yaw, pitch, 0 - roll, height, x, 0 - z);
    }
}
