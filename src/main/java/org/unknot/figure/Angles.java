package org.unknot.figure;

import org.unknot.shared.Side;

/** Between anatomical angles and rotations. Flexion is to the front, and the child bone points along −y of its frame. */
final class Angles {

    private Angles() {}

    static Rot ball(Side side, Ball ball) {
        int sign = Limbs.sign(side);
        return Rot.aboutX(-ball.flexion())
                .times(Rot.aboutZ(sign * ball.abduction()))
                .times(Rot.aboutY(sign * ball.rotation()));
    }

    /** The angles of a hip or shoulder from its local rotation. */
    static Ball ball(Side side, Rot local) {
        int sign = Limbs.sign(side);
        Vec bone = local.y().times(-1);
        double abduction = sign * Math.toDegrees(Math.asin(Math.clamp(bone.x(), -1, 1)));
        double flexion = Math.toDegrees(Math.atan2(bone.z(), -bone.y()));
        Rot unturned = Rot.aboutX(-flexion).times(Rot.aboutZ(sign * abduction));
        Vec front = unturned.within(local.z());
        return new Ball(flexion, abduction, sign * Math.toDegrees(Math.atan2(front.x(), front.z())));
    }

    /** How far a hinge is turned about x. */
    static double hinge(Rot local) {
        return Math.toDegrees(Math.atan2(local.y().z(), local.y().y()));
    }
}
