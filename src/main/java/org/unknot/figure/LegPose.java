package org.unknot.figure;

import org.jspecify.annotations.Nullable;

/** One leg: joint angles, or what it touches, from which the angles are solved. */
public sealed interface LegPose {

    LegPose mirrored();

    /** Degrees: hip, knee (flexion), ankle (pointing the toes is positive). */
    record Angles(Ball hip, double knee, double ankle) implements LegPose {
        @Override
        public LegPose mirrored() {
            return this;
        }
    }

    /**
     * The foot stands at world ({@code x}, {@code z}) on a surface {@code y} high. {@code toes} is the yaw of the toes (90 points
     * to +x), {@code heel} how far the heel is lifted, in degrees. {@code pole} is the world direction in which the knee points;
     * without it, the front of the pelvis.
     */
    record Plant(
            double x,
            double y,
            double z,
            double toes,
            double heel,
            @Nullable Vec pole) implements LegPose {
        @Override
        public LegPose mirrored() {
            return new Plant(x, y, 0 - z, 180 - toes, heel, pole == null ? null : pole.mirroredInWorld());
        }
    }

    /** The ankle lies across the other thigh, {@code along} of the way to its knee; the knee points to {@code pole}, pelvis frame. */
    record Cross(double along, Vec pole, double ankle) implements LegPose {
        @Override
        public LegPose mirrored() {
            return new Cross(along, pole.mirroredInBody(), ankle);
        }
    }
}
