package org.unknot.figure;

import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/** How a hand lies: fingers along −y of its frame, the palm facing z, and how far the fingers curl towards the palm, in degrees. */
record Hands(Rot frame, double curl) {

    static final double RELAXED = 20;
    private static final double AROUND_A_LIMB = 62;
    private static final double FLAT = 0;
    /** From the wrist's radius down to that of the fingertips, over the length of the hand. */
    private static final double SLOPE_TO_THE_FLOOR = 0.09;

    /** Where an elbow points, in the frame of the chest, when nobody says: outwards, and a little down and back. */
    static Vec elbow(Side side) {
        return new Vec(Limbs.sign(side) * 0.75, -0.55, -0.35).unit();
    }

    /** Where the fingers of a hand on a limb go when nobody says, in the frame of the limb: from the hand's own side over it. */
    static Vec across(Side side) {
        return new Vec(-Limbs.sign(side), 0, 0);
    }

    static Hands flat(Vec fingers) {
        Vec down = Vec.UP.times(-SLOPE_TO_THE_FLOOR);
        return new Hands(Rot.along(fingers.unit().plus(down).times(-1), Vec.UP.times(-1)), FLAT);
    }

    /** Laid on a limb: the palm to it, the fingers round it from the hand's own side unless told otherwise. */
    static Hands around(Side side, Rot limb, Vec direction, @Nullable Vec fingers) {
        Vec palm = limb.apply(direction.unit()).times(-1);
        Vec inwards = fingers == null ? across(side) : fingers;
        Vec flat = limb.apply(inwards);
        flat = flat.minus(palm.times(flat.dot(palm)));
        if (flat.length() < 0.2) { // the hand comes from the side: the fingers go on over the front
            flat = limb.z();
        }
        return new Hands(palmFirst(flat, palm), AROUND_A_LIMB);
    }

    static Hands at(Vec fingers, @Nullable Vec palm, Rot forearm) {
        return new Hands(Rot.along(fingers.times(-1), palm == null ? forearm.z() : palm), RELAXED);
    }

    private static Rot palmFirst(Vec fingers, Vec palm) {
        Vec z = palm.unit();
        Vec y = fingers.minus(z.times(fingers.dot(z))).unit().times(-1);
        return new Rot(y.cross(z), y, z);
    }
}
