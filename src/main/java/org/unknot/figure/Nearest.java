package org.unknot.figure;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.unknot.shared.Side;

/** For a contact that is out of reach: what could stand there instead, as near as can be to what stood there. */
final class Nearest {

    private Nearest() {}

    static String to(Pose pose, Part part) {
        Side side = part.word().startsWith("left") ? Side.LEFT : Side.RIGHT;
        Solved solved = Solver.solve(pose, Build.MIDDLE);
        if (part.word().endsWith("foot")) {
            return switch (side == Side.LEFT ? pose.leftLeg() : pose.rightLeg()) {
                case LegPose.Cross cross ->
                    along(
                            pose,
                            part,
                            cross.along(),
                            along -> leg(pose, side, new LegPose.Cross(along, cross.pole(), cross.ankle())));
                case LegPose.Plant _ -> floor(solved.end(Limbs.leg(side)[1]));
                case LegPose.Angles _ -> "smaller angles";
            };
        }
        Vec wrist = solved.end(Limbs.arm(side)[1]);
        return switch (side == Side.LEFT ? pose.leftArm() : pose.rightArm()) {
            case ArmPose.Reach reach ->
                along(
                        pose,
                        part,
                        reach.along(),
                        along -> arm(
                                pose,
                                side,
                                new ArmPose.Reach(
                                        reach.limb(),
                                        along,
                                        reach.direction(),
                                        reach.gap(),
                                        reach.fingers(),
                                        reach.pole())));
            case ArmPose.Floor _ -> floor(wrist);
            case ArmPose.At _ -> String.format(Locale.ROOT, "at: [%.1f, %.1f, %.1f]", wrist.x(), wrist.y(), wrist.z());
            case ArmPose.Forearm _ -> "a surface at the height of the elbow, or a body that bends farther down";
            case ArmPose.Angles _ -> "smaller angles";
        };
    }

    private static String floor(Vec reached) {
        return String.format(Locale.ROOT, "at: [%.1f, %.1f]", reached.x(), reached.z());
    }

    /** The place along the limb nearest to the one asked for that can be reached. */
    private static String along(Pose pose, Part part, double asked, DoubleFunction<Pose> changed) {
        Optional<Double> reached = IntStream.rangeClosed(0, 100)
                .mapToObj(hundredth -> hundredth / 100.0)
                .sorted(Comparator.comparingDouble(along -> Math.abs(along - asked)))
                .filter(along -> Solver.solve(changed.apply(along), Build.MIDDLE).shortfalls().stream()
                        .noneMatch(shortfall -> shortfall.part() == part))
                .findFirst();
        return reached.map(along -> "along: " + along)
                .orElse("a body that bends nearer to that limb: no place on it is in reach");
    }

    private static Pose leg(Pose pose, Side side, LegPose leg) {
        return with(
                pose,
                side == Side.LEFT ? leg : pose.leftLeg(),
                side == Side.RIGHT ? leg : pose.rightLeg(),
                pose.leftArm(),
                pose.rightArm());
    }

    private static Pose arm(Pose pose, Side side, ArmPose arm) {
        return with(
                pose,
                pose.leftLeg(),
                pose.rightLeg(),
                side == Side.LEFT ? arm : pose.leftArm(),
                side == Side.RIGHT ? arm : pose.rightArm());
    }

    private static Pose with(Pose pose, LegPose leftLeg, LegPose rightLeg, ArmPose leftArm, ArmPose rightArm) {
        return new Pose(
                pose.body(),
                pose.lumbar(),
                pose.mid(),
                pose.upper(),
                pose.neck(),
                pose.nod(),
                leftLeg,
                rightLeg,
                leftArm,
                rightArm);
    }
}
