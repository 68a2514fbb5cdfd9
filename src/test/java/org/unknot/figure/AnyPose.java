package org.unknot.figure;

import java.util.List;
import java.util.Random;
import org.unknot.shared.Side;

/** Poses by chance, each joint inside the range of a person; the seed is said wherever one of them fails. */
final class AnyPose {

    static final long SEED = 20261122;

    private final Random random;

    AnyPose(long seed) {
        random = new Random(seed);
    }

    Pose ofAngles() {
        return with(leg(), leg(), arm(), arm());
    }

    /** Some limbs touch something, whether or not they can reach it. */
    Pose withContacts() {
        boolean crossed = random.nextBoolean();
        return with(
                random.nextBoolean() ? plant() : leg(),
                crossed ? cross() : plant(),
                contact(),
                random.nextBoolean() ? contact() : arm());
    }

    private Pose with(LegPose left, LegPose right, ArmPose leftArm, ArmPose rightArm) {
        return new Pose(
                Orientation.settled(in(-180, 180), in(-180, 180), in(-180, 180)),
                new Bend(in(-30, 50), in(-25, 25), in(-10, 10)),
                new Bend(in(-25, 30), in(-15, 15), in(-25, 25)),
                new Bend(in(-20, 25), in(-15, 15), in(-25, 25)),
                new Bend(in(-50, 60), in(-40, 40), in(-75, 75)),
                in(-15, 15),
                left,
                right,
                leftArm,
                rightArm);
    }

    private LegPose leg() {
        return new LegPose.Angles(new Ball(in(-20, 130), in(-25, 45), in(-40, 60)), in(0, 150), in(-30, 75));
    }

    private LegPose plant() {
        return new LegPose.Plant(in(-40, 40), 0, in(-25, 25), in(-180, 180), in(0, 40), direction());
    }

    private LegPose cross() {
        return new LegPose.Cross(in(0.5, 0.9), new Vec(in(-1, -0.5), in(-0.3, 0.3), in(0, 0.5)), in(-20, 30));
    }

    private ArmPose arm() {
        return new ArmPose.Angles(
                new Ball(in(-40, 180), in(-20, 150), in(-60, 80)), in(0, 150), in(-180, 20), in(-60, 60));
    }

    private ArmPose contact() {
        List<Segment> limbs = List.of(Segment.LEFT_THIGH, Segment.RIGHT_SHANK, Segment.RIGHT_FOOT, Segment.PELVIS);
        return switch (random.nextInt(4)) {
            case 0 -> new ArmPose.Reach(limbs.get(random.nextInt(4)), in(0, 1), direction(), in(0, 2), null, null);
            case 1 ->
                new ArmPose.Floor(in(-50, 50), 0, in(-30, 30), direction(), random.nextBoolean() ? null : direction());
            case 2 -> new ArmPose.Forearm(0, direction(), null);
            default ->
                new ArmPose.At(direction().times(40), direction(), random.nextBoolean() ? null : direction(), null);
        };
    }

    private Vec direction() {
        return new Vec(in(-1, 1), in(-1, 1), in(-1, 1)).unit();
    }

    private double in(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    static Figure figure(Pose... poses) {
        var keyframes = new java.util.ArrayList<Keyframe>();
        for (int i = 0; i < poses.length; i++) {
            keyframes.add(new Keyframe(
                    "k" + i,
                    "Any " + i,
                    1000,
                    Keyframe.Ease.IN_OUT,
                    Keyframe.Breath.OUT,
                    poses[i],
                    java.util.Map.of()));
        }
        return new Figure(
                new FigureId("any"),
                "Any",
                true,
                new Camera(-20, 24, Camera.View.LYING),
                List.of(
                        new Prop("mat", Prop.Kind.MAT, new Vec(0, -1.2, 0), new Vec(110, 2.4, 36), 1.2, 0, 0),
                        new Prop("pillow", Prop.Kind.PILLOW, new Vec(-37, 1.9, 4), new Vec(15, 4, 26), 1.9, 8, 3)),
                keyframes,
                "k0",
                List.of(new Arrow(
                        "k0", new Spot(Segment.RIGHT_SHANK, 0, Vec.ZERO), new Spot(Segment.CHEST, 0, Vec.UP), 0.2)),
                List.of(new Feel("k0", new Spot(Segment.LUMBAR, 0.5, Vec.ZERO), 12, 8, 10)),
                java.util.Map.of(),
                List.of());
    }

    /** How far the bones are from their lengths, worst first. */
    static double stretched(Solved solved) {
        double worst = 0;
        for (Side side : Side.values()) {
            Segment[] leg = Limbs.leg(side);
            Segment[] arm = Limbs.arm(side);
            worst = Math.max(worst, off(solved.start(leg[0]), solved.start(leg[1]), 24.5));
            worst = Math.max(worst, off(solved.start(leg[1]), solved.start(leg[2]), 23.5));
            worst = Math.max(worst, off(solved.start(arm[0]), solved.start(arm[1]), 18));
            worst = Math.max(worst, off(solved.start(arm[1]), solved.start(arm[2]), 15));
        }
        worst = Math.max(worst, off(solved.start(Segment.PELVIS), solved.start(Segment.LUMBAR), 4));
        worst = Math.max(worst, off(solved.start(Segment.LUMBAR), solved.start(Segment.MID_BACK), 9));
        worst = Math.max(worst, off(solved.start(Segment.MID_BACK), solved.start(Segment.CHEST), 8));
        worst = Math.max(worst, off(solved.start(Segment.CHEST), solved.start(Segment.NECK), 8));
        return Math.max(worst, off(solved.start(Segment.NECK), solved.start(Segment.SKULL), 5));
    }

    private static double off(Vec a, Vec b, double length) {
        return Math.abs(a.minus(b).length() - length);
    }

    /** From a point to the line between two others. */
    static double distance(Vec point, Vec from, Vec to) {
        Vec way = to.minus(from);
        double part = Math.clamp(point.minus(from).dot(way) / way.dot(way), 0, 1);
        return point.minus(from.towards(to, part)).length();
    }

    static double lowest(Solved solved) {
        double lowest = Double.POSITIVE_INFINITY;
        for (Part part : Part.values()) {
            lowest = Math.min(lowest, solved.lowest(part));
        }
        return lowest;
    }
}
