package org.unknot.figure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * What is to be placed: the trunk by local rotations, each limb by rotations or by what it touches. A keyframe is one such plan,
 * and so is every moment between two.
 */
record Plan(
        double x,
        double z,
        @Nullable Double height,
        Rot pelvis,
        List<Rot> spine,
        Map<Side, Leg> legs,
        Map<Side, Arm> arms) {

    sealed interface Leg permits Turned, LegContact {}

    sealed interface Arm permits Turned, ArmContact {}

    /** {@code rests}: the body settles on this limb too; otherwise the limb gives way where it would sink into the mat. */
    record Turned(List<Rot> turns, boolean rests) implements Leg, Arm {}

    record LegContact(LegPose contact) implements Leg {}

    record ArmContact(ArmPose contact) implements Arm {}

    static Plan of(Pose pose) {
        Orientation body = pose.body();
        return new Plan(
                body.x(),
                body.z(),
                body.height(),
                Rot.aboutY(body.yaw()).times(Rot.aboutX(body.pitch())).times(Rot.aboutY(body.roll())),
                List.of(
                        bend(pose.lumbar()),
                        bend(pose.mid()),
                        bend(pose.upper()),
                        bend(pose.neck()),
                        Rot.aboutX(pose.nod())),
                Map.of(Side.LEFT, leg(Side.LEFT, pose.leftLeg()), Side.RIGHT, leg(Side.RIGHT, pose.rightLeg())),
                Map.of(Side.LEFT, arm(Side.LEFT, pose.leftArm()), Side.RIGHT, arm(Side.RIGHT, pose.rightArm())));
    }

    private static Rot bend(Bend bend) {
        return Rot.aboutX(bend.flexion()).times(Rot.aboutZ(-bend.sideBend())).times(Rot.aboutY(bend.rotation()));
    }

    private static Leg leg(Side side, LegPose pose) {
        return switch (pose) {
            case LegPose.Angles(Ball hip, double knee, double ankle) ->
                new Turned(List.of(Angles.ball(side, hip), Rot.aboutX(knee), Rot.aboutX(ankle)), true);
            case LegPose.Plant plant -> new LegContact(plant);
            case LegPose.Cross cross -> new LegContact(cross);
        };
    }

    private static Arm arm(Side side, ArmPose pose) {
        return switch (pose) {
            case ArmPose.Angles(Ball shoulder, double elbow, double turn, double wrist) ->
                new Turned(
                        List.of(
                                Angles.ball(side, shoulder),
                                Rot.aboutX(-elbow),
                                Rot.aboutY(Limbs.sign(side) * turn).times(Rot.aboutX(-wrist)),
                                Rot.aboutX(-Hands.RELAXED)),
                        true);
            case ArmPose.Reach reach -> new ArmContact(reach);
            case ArmPose.Floor floor -> new ArmContact(floor);
            case ArmPose.Forearm forearm -> new ArmContact(forearm);
            case ArmPose.At at -> new ArmContact(at);
        };
    }
}
