package org.unknot.figure;

import java.util.List;
import org.unknot.shared.Side;

/** A body that stands, lies or kneels: where every joint is, and the angles that came out, whatever they were asked as. */
public final class Solved {

    private final Build build;
    private final Skeleton skeleton;
    private final List<Shortfall> shortfalls;

    Solved(Build build, Skeleton skeleton, List<Shortfall> shortfalls) {
        this.build = build;
        this.skeleton = skeleton;
        this.shortfalls = List.copyOf(shortfalls);
    }

    /** Where a segment begins, nearest the pelvis: the knee is the start of the shank. */
    public Vec start(Segment segment) {
        return skeleton.start(segment);
    }

    public Vec end(Segment segment) {
        return skeleton.end(segment);
    }

    public Rot frame(Segment segment) {
        return skeleton.frame(segment);
    }

    public Vec at(Spot spot) {
        return start(spot.segment())
                .towards(end(spot.segment()), spot.along())
                .plus(frame(spot.segment()).apply(spot.offset()));
    }

    /** Contacts that the limb is too short, or too long, to make. */
    public List<Shortfall> shortfalls() {
        return shortfalls;
    }

    /** How high the lowest point of a part of the body is above the mat; below zero it would sink in. */
    public double lowest(Part part) {
        Flesh flesh = Flesh.of(build);
        double lowest = Double.POSITIVE_INFINITY;
        for (int[] hull : flesh.hulls(part)) {
            for (int sphere : hull) {
                lowest = Math.min(lowest, flesh.centre(skeleton, sphere).y() - flesh.radius(sphere));
            }
        }
        return lowest;
    }

    /** The angles of a leg in degrees, solved or given; those of a planted foot leave its turn on the ankle aside. */
    public LegPose.Angles leg(Side side) {
        Segment[] leg = Limbs.leg(side);
        return new LegPose.Angles(
                Angles.ball(side, skeleton.turned(leg[0])),
                Angles.hinge(skeleton.turned(leg[1])),
                Angles.hinge(skeleton.turned(leg[2])));
    }

    /** The angles of an arm in degrees, solved or given, the hand's aside. */
    public ArmPose.Angles arm(Side side) {
        Segment[] arm = Limbs.arm(side);
        return new ArmPose.Angles(
                Angles.ball(side, skeleton.turned(arm[0])), -Angles.hinge(skeleton.turned(arm[1])), 0, 0);
    }

    Build build() {
        return build;
    }

    Skeleton skeleton() {
        return skeleton;
    }
}
