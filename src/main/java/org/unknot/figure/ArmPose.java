package org.unknot.figure;

import org.jspecify.annotations.Nullable;

/**
 * One arm: joint angles, or what the hand touches, from which the angles are solved. {@code pole} is where the elbow points, in
 * the frame of the chest; without it, outwards, down and back.
 */
public sealed interface ArmPose {

    ArmPose mirrored();

    /** Degrees: shoulder, elbow and wrist flexion; {@code turn} turns the hand about the forearm, thumb outwards positive. */
    record Angles(Ball shoulder, double elbow, double turn, double wrist) implements ArmPose {
        @Override
        public ArmPose mirrored() {
            return this;
        }
    }

    /**
     * The hand lies on another limb: on the surface beside {@code limb} {@code along} of the way down it, on the side to which
     * {@code direction} points (frame of that segment; its radius is added). {@code fingers} is where they point, same frame.
     */
    record Reach(
            Segment limb,
            double along,
            Vec direction,
            double gap,
            @Nullable Vec fingers,
            @Nullable Vec pole) implements ArmPose {
        @Override
        public ArmPose mirrored() {
            return new Reach(limb.mirrored(), along, direction.mirroredInBody(), gap, body(fingers), body(pole));
        }
    }

    /** The palm lies flat at world ({@code x}, {@code z}) on a surface {@code y} high, fingers pointing to a world direction. */
    record Floor(
            double x,
            double y,
            double z,
            Vec fingers,
            @Nullable Vec pole) implements ArmPose {
        @Override
        public ArmPose mirrored() {
            return new Floor(x, y, 0 - z, fingers.mirroredInWorld(), body(pole));
        }
    }

    /** The whole forearm lies on a surface {@code y} high and points to a world direction. */
    record Forearm(double y, Vec direction, @Nullable Vec pole) implements ArmPose {
        @Override
        public ArmPose mirrored() {
            return new Forearm(y, direction.mirroredInWorld(), body(pole));
        }
    }

    /** The wrist is at a world point, such as on a desk or a load; the fingers point to a world direction, {@code palm} too. */
    record At(
            Vec point,
            Vec fingers,
            @Nullable Vec palm,
            @Nullable Vec pole) implements ArmPose {
        @Override
        public ArmPose mirrored() {
            return new At(
                    point.mirroredInWorld(),
                    fingers.mirroredInWorld(),
                    palm == null ? null : palm.mirroredInWorld(),
                    body(pole));
        }
    }

    private static @Nullable Vec body(@Nullable Vec direction) {
        return direction == null ? null : direction.mirroredInBody();
    }
}
