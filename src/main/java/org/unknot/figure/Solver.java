package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * Places a body: the trunk first, settled on the mat, then legs, then arms. Contacts are solved for two bones; one that the limb
 * cannot make is reported in {@link Solved#shortfalls()}, never silently drawn as if it could.
 */
public final class Solver {

    private static final double TOO_FAR = 0.05;
    private static final double SHIN_ON_THIGH = 2.4;
    private static final List<Side> SIDES = List.of(Side.LEFT, Side.RIGHT);

    private final Flesh flesh;
    private final Skeleton skeleton = new Skeleton();
    private final List<Shortfall> shortfalls = new ArrayList<>();

    private Solver(Build build) {
        flesh = Flesh.of(build);
    }

    /** Refuses a pose whose contacts rest on each other in a circle, such as both ankles crossed over the other thigh. */
    public static Solved solve(Pose pose, Build build) {
        return place(Plan.of(pose), build);
    }

    static Solved place(Plan plan, Build build) {
        Solver solver = new Solver(build);
        solver.place(plan);
        return new Solved(build, solver.skeleton, solver.shortfalls);
    }

    private void place(Plan plan) {
        skeleton.pelvis(new Vec(plan.x(), 0, plan.z()), plan.pelvis());
        for (int i = 1; i < Limbs.TRUNK.length; i++) {
            skeleton.turn(Limbs.TRUNK[i], plan.spine().get(i - 1));
        }
        double lowest = flesh.lowest(skeleton, Limbs.TRUNK);
        for (Side side : SIDES) {
            lowest = Math.min(lowest, turned(Limbs.leg(side), leg(plan, side)));
            lowest = Math.min(lowest, turned(Limbs.arm(side), arm(plan, side)));
        }
        Double height = plan.height();
        skeleton.lift(height == null ? -lowest : Math.max(height, -lowest));
        legs(plan);
        arms(plan);
    }

    /** Hangs a limb that is given by rotations; how low it comes, when the body rests on it. */
    private double turned(Segment[] limb, Object limbPlan) {
        if (!(limbPlan instanceof Plan.Turned(List<Rot> turns, boolean rests))) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < limb.length; i++) {
            skeleton.turn(limb[i], turns.get(i));
        }
        return rests ? flesh.lowest(skeleton, limb) : Double.POSITIVE_INFINITY;
    }

    private void legs(Plan plan) {
        for (Side side : SIDES) {
            switch (leg(plan, side)) {
                case Plan.LegContact(LegPose.Plant plant) -> plant(side, plant);
                case Plan.LegContact _ -> {} // a crossed leg waits for the other
                case Plan.Turned turned when !turned.rests() -> aboveMat(Limbs.leg(side), false);
                case Plan.Turned _ -> {}
            }
        }
        for (Side side : SIDES) {
            if (leg(plan, side) instanceof Plan.LegContact(LegPose.Cross cross)) {
                if (!skeleton.has(Limbs.leg(side.other())[0])) {
                    throw new IllegalArgumentException(
                            "Both ankles lie on the other thigh: one leg must stand by itself");
                }
                cross(side, cross);
            }
        }
    }

    private void plant(Side side, LegPose.Plant plant) {
        Rot foot = Rot.aboutY(plant.toes()).times(Rot.aboutX(plant.heel()));
        Segment[] leg = Limbs.leg(side);
        double ankle = plant.y() - footDepth(leg[2], foot);
        Vec pole = plant.pole();
        bendLeg(
                side,
                new Vec(plant.x(), ankle, plant.z()),
                pole == null ? skeleton.frame(Segment.PELVIS).z() : pole);
        skeleton.hang(leg[2], foot);
    }

    /** How far a foot of that frame reaches below its ankle, as a negative number. */
    private double footDepth(Segment segment, Rot foot) {
        Skeleton alone = new Skeleton();
        alone.pelvis(Vec.ZERO, foot);
        return flesh.lowestOf(segment, alone);
    }

    private void cross(Side side, LegPose.Cross cross) {
        Segment[] leg = Limbs.leg(side);
        Segment under = Limbs.leg(side.other())[0];
        Vec place = skeleton.start(under).towards(skeleton.end(under), cross.along());
        double clearance = flesh.thickness(under, cross.along()) + SHIN_ON_THIGH;
        bendLeg(
                side,
                place.plus(skeleton.frame(under).z().times(clearance)),
                skeleton.frame(Segment.PELVIS).apply(cross.pole()));
        skeleton.turn(leg[2], Rot.aboutX(cross.ankle()));
    }

    private void bendLeg(Side side, Vec ankle, Vec pole) {
        Segment[] leg = Limbs.leg(side);
        Reached reached = Reached.from(skeleton.socket(leg[0]), ankle, Bones.THIGH, Bones.SHANK, pole);
        Rot thigh = reached.firstFrame(reached.pole());
        skeleton.hang(leg[0], thigh);
        skeleton.hang(leg[1], reached.secondFrame(thigh));
        missed(Part.valueOf(side.name() + "_FOOT"), reached.missing());
    }

    /** Hands that lie on the other arm wait until it is placed. */
    private void arms(Plan plan) {
        List<Side> waiting = new ArrayList<>();
        for (Side side : SIDES) {
            switch (arm(plan, side)) {
                case Plan.ArmContact(ArmPose.Reach reach) when !skeleton.has(reach.limb()) -> waiting.add(side);
                case Plan.ArmContact(ArmPose contact) -> touch(side, contact);
                case Plan.Turned turned when !turned.rests() -> aboveMat(Limbs.arm(side), true);
                case Plan.Turned _ -> {}
            }
        }
        for (Side side : waiting) {
            if (arm(plan, side) instanceof Plan.ArmContact(ArmPose.Reach reach)) {
                if (!skeleton.has(reach.limb())) {
                    throw new IllegalArgumentException("Hands that rest only on each other rest on nothing");
                }
                touch(side, reach);
            }
        }
    }

    private void touch(Side side, ArmPose contact) {
        switch (contact) {
            case ArmPose.Reach reach -> {
                Rot limb = skeleton.frame(reach.limb());
                double clearance = flesh.thickness(reach.limb(), reach.along()) + reach.gap();
                Vec place = skeleton.start(reach.limb()).towards(skeleton.end(reach.limb()), reach.along());
                Vec wrist = place.plus(limb.apply(reach.direction().unit()).times(clearance));
                bendArm(side, wrist, reach.pole());
                lay(side, Hands.around(side, limb, reach.direction(), reach.fingers()));
            }
            case ArmPose.Floor floor -> {
                bendArm(side, new Vec(floor.x(), floor.y() + flesh.wrist(), floor.z()), floor.pole());
                lay(side, Hands.flat(floor.fingers()));
            }
            case ArmPose.At at -> {
                bendArm(side, at.point(), at.pole());
                lay(side, Hands.at(at.fingers(), at.palm(), skeleton.frame(Limbs.arm(side)[1])));
            }
            case ArmPose.Forearm forearm -> forearm(side, forearm);
            case ArmPose.Angles _ -> throw new IllegalArgumentException("Angles touch nothing");
        }
    }

    /** The elbow on the surface below the shoulder, as far along as the upper arm allows; the forearm flat from there. */
    private void forearm(Side side, ArmPose.Forearm forearm) {
        Segment[] arm = Limbs.arm(side);
        Vec shoulder = skeleton.socket(arm[0]);
        Vec level = new Vec(forearm.direction().x(), 0, forearm.direction().z()).unit();
        double drop = shoulder.y() - forearm.y() - flesh.elbow();
        double ahead = Math.sqrt(Math.max(0, Bones.UPPER_ARM * Bones.UPPER_ARM - drop * drop));
        Vec elbow = shoulder.plus(level.times(ahead)).minus(new Vec(0, Math.min(drop, Bones.UPPER_ARM), 0));
        double slope = (flesh.elbow() - flesh.wrist()) / Bones.FOREARM;
        Vec wrist = elbow.plus(level.times(Bones.FOREARM * Math.sqrt(1 - slope * slope)))
                .minus(new Vec(0, Bones.FOREARM * slope, 0));
        Vec straight = wrist.minus(shoulder).unit();
        Vec out = elbow.minus(shoulder);
        Vec pole = out.minus(straight.times(out.dot(straight)));
        Reached reached = new Reached(shoulder, elbow, wrist, pole, Math.max(0, drop - Bones.UPPER_ARM));
        hangArm(side, reached, pole.length() < 1e-3 ? elbowPole(side, forearm.pole()) : pole);
        lay(side, Hands.flat(level));
    }

    private void bendArm(Side side, Vec wrist, @Nullable Vec pole) {
        Vec root = skeleton.socket(Limbs.arm(side)[0]);
        Vec asked = elbowPole(side, pole);
        Reached reached = Reached.from(root, wrist, Bones.UPPER_ARM, Bones.FOREARM, asked);
        if (reached.middle().y() < flesh.elbow()) {
            reached = elbowAboveMat(root, wrist, asked);
        }
        hangArm(side, reached, reached.pole());
    }

    /** Swings the elbow round towards the ceiling, just as far as the mat makes it. */
    private Reached elbowAboveMat(Vec root, Vec wrist, Vec asked) {
        double enough = 1;
        double tooLittle = 0;
        for (int halving = 0; halving < 16; halving++) {
            double middle = (enough + tooLittle) / 2;
            if (swung(root, wrist, asked, middle).middle().y() < flesh.elbow()) {
                tooLittle = middle;
            } else {
                enough = middle;
            }
        }
        return swung(root, wrist, asked, enough);
    }

    private static Reached swung(Vec root, Vec wrist, Vec asked, double part) {
        return Reached.from(
                root, wrist, Bones.UPPER_ARM, Bones.FOREARM, asked.unit().towards(Vec.UP, part));
    }

    private void hangArm(Side side, Reached reached, Vec pole) {
        Segment[] arm = Limbs.arm(side);
        Rot upper = reached.firstFrame(pole.times(-1));
        skeleton.hang(arm[0], upper);
        skeleton.hang(arm[1], reached.secondFrame(upper));
        missed(Part.valueOf(side.name() + "_HAND"), reached.missing());
    }

    private Vec elbowPole(Side side, @Nullable Vec pole) {
        return skeleton.frame(Segment.CHEST).apply(pole == null ? Hands.elbow(side) : pole);
    }

    private void lay(Side side, Hands hands) {
        Segment[] arm = Limbs.arm(side);
        skeleton.hang(arm[2], hands.frame());
        skeleton.turn(arm[3], Rot.aboutX(-hands.curl()));
    }

    /** Bends a limb on its way just as far as it needs to pass above the mat. */
    private void aboveMat(Segment[] limb, boolean arm) {
        for (int tries = 0; tries < 8; tries++) {
            double depth = -flesh.lowest(skeleton, limb);
            if (depth < 1e-6) {
                return;
            }
            Rot[] outer = new Rot[limb.length];
            for (int i = 2; i < limb.length; i++) {
                outer[i] = skeleton.frame(limb[i]);
            }
            Vec root = skeleton.start(limb[0]);
            Vec lifted = skeleton.start(limb[2]).plus(new Vec(0, depth + 0.01, 0));
            Vec front = skeleton.frame(limb[0]).z().times(arm ? -1 : 1);
            Vec pole = front.plus(Vec.UP.times(0.25 * tries));
            double first = Bones.end(limb[0]).length();
            Reached reached =
                    Reached.from(root, lifted, first, Bones.end(limb[1]).length(), pole);
            Rot inner = reached.firstFrame(reached.pole().times(arm ? -1 : 1));
            skeleton.hang(limb[0], inner);
            skeleton.hang(limb[1], reached.secondFrame(inner));
            for (int i = 2; i < limb.length; i++) {
                skeleton.hang(limb[i], outer[i]);
            }
        }
    }

    private void missed(Part part, double by) {
        if (by > TOO_FAR) {
            shortfalls.add(new Shortfall(part, by));
        }
    }

    private static Plan.Leg leg(Plan plan, Side side) {
        return chosen(plan.legs(), side);
    }

    private static Plan.Arm arm(Plan plan, Side side) {
        return chosen(plan.arms(), side);
    }

    private static <T> T chosen(Map<Side, T> bySide, Side side) {
        return java.util.Objects.requireNonNull(bySide.get(side));
    }
}
