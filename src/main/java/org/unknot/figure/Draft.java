package org.unknot.figure;

import java.util.Optional;

/** A pose as far as one keyframe says it itself; what is open comes from the keyframe that it is like. */
record Draft(
        Optional<Orientation> body,
        Optional<Bend> lumbar,
        Optional<Bend> mid,
        Optional<Bend> upper,
        Optional<Bend> neck,
        Optional<Double> nod,
        Optional<LegPose> leftLeg,
        Optional<LegPose> rightLeg,
        Optional<ArmPose> leftArm,
        Optional<ArmPose> rightArm) {

    Draft over(Draft before) {
        return new Draft(
                body.or(before::body),
                lumbar.or(before::lumbar),
                mid.or(before::mid),
                upper.or(before::upper),
                neck.or(before::neck),
                nod.or(before::nod),
                leftLeg.or(before::leftLeg),
                rightLeg.or(before::rightLeg),
                leftArm.or(before::leftArm),
                rightArm.or(before::rightArm));
    }

    /** What nobody said: a straight back, and arms that hang beside the body. Both legs and the body must have been said. */
    Pose pose() {
        return new Pose(
                body.orElseThrow(),
                lumbar.orElse(Bend.NONE),
                mid.orElse(Bend.NONE),
                upper.orElse(Bend.NONE),
                neck.orElse(Bend.NONE),
                nod.orElse(0.0),
                leftLeg.orElseThrow(),
                rightLeg.orElseThrow(),
                leftArm.orElse(HANGING),
                rightArm.orElse(HANGING));
    }

    boolean complete() {
        return body.isPresent()
                && leftLeg.isPresent()
                && rightLeg.isPresent()
                && leftArm.isPresent() == rightArm.isPresent();
    }

    private static final ArmPose HANGING = new ArmPose.Angles(new Ball(-2, 10, 0), 6, 0, 0);
}
