package org.unknot.figure;

/**
 * A whole body at one moment, with the person's own left and right. {@code nod} tilts the head on the neck, in degrees. Ranges
 * are checked where files are read, not here: a pose between two keyframes is legal because they are.
 */
public record Pose(
        Orientation body,
        Bend lumbar,
        Bend mid,
        Bend upper,
        Bend neck,
        double nod,
        LegPose leftLeg,
        LegPose rightLeg,
        ArmPose leftArm,
        ArmPose rightArm) {

    /** The pose of mirrored angles: what is said of the right becomes true of the left. */
    public Pose mirrored() {
        return new Pose(
                body.mirrored(),
                lumbar.mirrored(),
                mid.mirrored(),
                upper.mirrored(),
                neck.mirrored(),
                nod,
                rightLeg.mirrored(),
                leftLeg.mirrored(),
                rightArm.mirrored(),
                leftArm.mirrored());
    }
}
