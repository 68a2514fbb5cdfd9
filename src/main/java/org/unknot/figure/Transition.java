package org.unknot.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * The way from one keyframe to the next. Joints turn, points never move on straight lines, so no limb shrinks half-way. A limb
 * that touches the same thing at both ends keeps touching it: its contact moves and is solved again at every moment.
 */
final class Transition {

    private final Keyframe from;
    private final Keyframe to;
    private final Build build;
    private final Solved start;
    private final Solved end;

    Transition(Keyframe from, Keyframe to, Build build) {
        this.from = from;
        this.to = to;
        this.build = build;
        start = Solver.solve(from.pose(), build);
        end = Solver.solve(to.pose(), build);
    }

    /** The body a part of the way along, 0 to 1, before easing. */
    Solved at(double part) {
        if (part <= 0) {
            return start;
        }
        return part >= 1 ? end : Solver.place(plan(part), build);
    }

    /** Where the props are then. */
    List<Prop> props(List<Prop> props, double part) {
        List<Prop> before = from.placed(props);
        List<Prop> after = to.placed(props);
        List<Prop> now = new ArrayList<>();
        for (int i = 0; i < props.size(); i++) {
            now.add(props.get(i).at(before.get(i).centre().towards(after.get(i).centre(), part)));
        }
        return now;
    }

    private Plan plan(double part) {
        Map<Side, Plan.Leg> legs = new EnumMap<>(Side.class);
        Map<Side, Plan.Arm> arms = new EnumMap<>(Side.class);
        boolean alike = from.pose().body().height() == null && to.pose().body().height() == null;
        for (Side side : Side.values()) {
            LegPose legNow = blend(leg(from, side), leg(to, side), part);
            legs.put(
                    side,
                    legNow == null
                            ? turned(Limbs.leg(side), part, rests(leg(from, side), leg(to, side)))
                            : new Plan.LegContact(legNow));
            ArmPose armNow = blend(side, arm(from, side), arm(to, side), part);
            arms.put(
                    side,
                    armNow == null
                            ? turned(Limbs.arm(side), part, rests(arm(from, side), arm(to, side)))
                            : new Plan.ArmContact(armNow));
            alike &= leg(from, side).getClass() == leg(to, side).getClass()
                    && arm(from, side).getClass() == arm(to, side).getClass();
        }
        Vec place = start.start(Segment.PELVIS).towards(end.start(Segment.PELVIS), part);
        List<Rot> spine = new ArrayList<>();
        for (int i = 1; i < Limbs.TRUNK.length; i++) {
            spine.add(turn(Limbs.TRUNK[i], part));
        }
        // Settling on other limbs at either end would let the body jump; its height then goes steadily from one to the
        // other.
        Double height = alike ? null : place.y();
        Rot pelvis = start.frame(Segment.PELVIS).towards(end.frame(Segment.PELVIS), part);
        return new Plan(place.x(), place.z(), height, pelvis, spine, legs, arms);
    }

    private Plan.Turned turned(Segment[] limb, double part, boolean rests) {
        List<Rot> turns = new ArrayList<>();
        for (Segment segment : limb) {
            turns.add(turn(segment, part));
        }
        return new Plan.Turned(turns, rests);
    }

    private Rot turn(Segment segment, double part) {
        return start.skeleton().turned(segment).towards(end.skeleton().turned(segment), part);
    }

    private static boolean rests(LegPose a, LegPose b) {
        return a instanceof LegPose.Angles && b instanceof LegPose.Angles;
    }

    private static boolean rests(ArmPose a, ArmPose b) {
        return a instanceof ArmPose.Angles && b instanceof ArmPose.Angles;
    }

    private @Nullable LegPose blend(LegPose a, LegPose b, double part) {
        if (a instanceof LegPose.Plant one && b instanceof LegPose.Plant two) {
            return new LegPose.Plant(
                    mix(one.x(), two.x(), part),
                    mix(one.y(), two.y(), part),
                    mix(one.z(), two.z(), part),
                    mix(one.toes(), two.toes(), part),
                    mix(one.heel(), two.heel(), part),
                    mix(one.pole(), two.pole(), front(start), front(end), part));
        }
        if (a instanceof LegPose.Cross one && b instanceof LegPose.Cross two) {
            return new LegPose.Cross(
                    mix(one.along(), two.along(), part),
                    one.pole().towards(two.pole(), part),
                    mix(one.ankle(), two.ankle(), part));
        }
        return null;
    }

    private static Vec front(Solved solved) {
        return solved.frame(Segment.PELVIS).z();
    }

    private static @Nullable ArmPose blend(Side side, ArmPose a, ArmPose b, double part) {
        Vec usual = Hands.elbow(side);
        if (a instanceof ArmPose.Reach one && b instanceof ArmPose.Reach two && one.limb() == two.limb()) {
            Vec across = Hands.across(side);
            return new ArmPose.Reach(
                    one.limb(),
                    mix(one.along(), two.along(), part),
                    one.direction().unit().towards(two.direction().unit(), part),
                    mix(one.gap(), two.gap(), part),
                    mix(one.fingers(), two.fingers(), across, across, part),
                    mix(one.pole(), two.pole(), usual, usual, part));
        }
        if (a instanceof ArmPose.Floor one && b instanceof ArmPose.Floor two) {
            return new ArmPose.Floor(
                    mix(one.x(), two.x(), part),
                    mix(one.y(), two.y(), part),
                    mix(one.z(), two.z(), part),
                    one.fingers().unit().towards(two.fingers().unit(), part),
                    mix(one.pole(), two.pole(), usual, usual, part));
        }
        if (a instanceof ArmPose.Forearm one && b instanceof ArmPose.Forearm two) {
            return new ArmPose.Forearm(
                    mix(one.y(), two.y(), part),
                    one.direction().unit().towards(two.direction().unit(), part),
                    mix(one.pole(), two.pole(), usual, usual, part));
        }
        if (a instanceof ArmPose.At one
                && b instanceof ArmPose.At two
                && (one.palm() == null) == (two.palm() == null)) {
            return new ArmPose.At(
                    one.point().towards(two.point(), part),
                    one.fingers().unit().towards(two.fingers().unit(), part),
                    mix(one.palm(), two.palm(), Vec.UP, Vec.UP, part),
                    mix(one.pole(), two.pole(), usual, usual, part));
        }
        return null;
    }

    private static double mix(double a, double b, double part) {
        return a + (b - a) * part;
    }

    /** Directions that were left to a usual one stay so; where only one was, its usual one stands for it. */
    private static @Nullable Vec mix(@Nullable Vec a, @Nullable Vec b, Vec usualA, Vec usualB, double part) {
        if (a == null && b == null) {
            return null;
        }
        Vec one = a == null ? usualA : a.unit();
        return one.towards(b == null ? usualB : b.unit(), part);
    }

    private static LegPose leg(Keyframe keyframe, Side side) {
        return side == Side.LEFT ? keyframe.pose().leftLeg() : keyframe.pose().rightLeg();
    }

    private static ArmPose arm(Keyframe keyframe, Side side) {
        return side == Side.LEFT ? keyframe.pose().leftArm() : keyframe.pose().rightArm();
    }
}
