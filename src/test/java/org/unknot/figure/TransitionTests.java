package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between two keyframes no limb shrinks, nothing sinks into the mat, and what is held stays held. */
class TransitionTests {

    private static final Bend O = Bend.NONE;
    private static final LegPose STRAIGHT = new LegPose.Angles(new Ball(0, 3, 0), 2, 10);
    private static final LegPose DRAWN_UP = new LegPose.Angles(new Ball(121, 4, 0), 118, 10);
    private static final ArmPose DOWN = new ArmPose.Angles(new Ball(-2, 20, 0), 4, -90, 0);

    @Test
    void bonesKeepTheirLengthAtEverySample() {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < 150; i++) {
            Transition way = way(any.ofAngles(), any.withContacts());
            for (int step = 0; step <= 10; step++) {
                assertThat(AnyPose.stretched(way.at(step / 10.0)))
                        .as("way %d of seed %d at %d/10", i, AnyPose.SEED, step)
                        .isLessThan(0.01);
            }
        }
    }

    @Test
    void aBodyMovedByAnglesStaysOnTheMat() {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < 150; i++) {
            Transition way = way(any.ofAngles(), any.ofAngles());
            for (int step = 0; step <= 10; step++) {
                assertThat(AnyPose.lowest(way.at(step / 10.0)))
                        .as("way %d of seed %d at %d/10", i, AnyPose.SEED, step)
                        .isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void aHandOnTheShinStaysThereWhileTheLegMoves() {
        ArmPose hold = new ArmPose.Reach(Segment.RIGHT_SHANK, 0.24, new Vec(-0.5, 0, 1), 1.4, null, null);
        Transition way = way(supine(DRAWN_UP, hold), supine(new LegPose.Angles(new Ball(129, 4, 0), 123, 10), hold));
        for (int step = 0; step <= 20; step++) {
            Solved solved = way.at(step / 20.0);
            double clearance = AnyPose.distance(
                            solved.start(Segment.RIGHT_HAND),
                            solved.start(Segment.RIGHT_SHANK),
                            solved.end(Segment.RIGHT_SHANK))
                    - Flesh.of(Build.MIDDLE).thickness(Segment.RIGHT_SHANK, 0.24);
            assertThat(clearance).as("at %d/20", step).isCloseTo(1.4, within(0.1));
        }
    }

    @Test
    void aLimbOnItsWayFromOneContactToAnotherPassesAboveTheMat() {
        ArmPose near = new ArmPose.Floor(-20, 0, 22, new Vec(1, 0, 0), null);
        Transition way = way(supine(new LegPose.Plant(30, 0, 5, 90, 0, null), near), supine(STRAIGHT, DOWN));
        for (int step = 0; step <= 20; step++) {
            assertThat(AnyPose.lowest(way.at(step / 20.0))).as("at %d/20", step).isGreaterThan(-0.01);
        }
    }

    @Test
    void theWayBeginsAndEndsExactlyAtItsKeyframes() {
        Pose from = supine(STRAIGHT, DOWN);
        Pose to = supine(DRAWN_UP, new ArmPose.Reach(Segment.RIGHT_SHANK, 0.3, new Vec(0, 0, 1), 1, null, null));
        Transition way = way(from, to);
        for (Segment segment : Segment.values()) {
            assertThat(way.at(0).end(segment))
                    .isEqualTo(Solver.solve(from, Build.MIDDLE).end(segment));
            assertThat(way.at(1).end(segment))
                    .isEqualTo(Solver.solve(to, Build.MIDDLE).end(segment));
            assertThat(way.at(0.001).end(segment).minus(way.at(0).end(segment)).length())
                    .isLessThan(0.5);
            assertThat(way.at(0.999).end(segment).minus(way.at(1).end(segment)).length())
                    .isLessThan(0.5);
        }
    }

    @Test
    void theBodyDoesNotJumpWhenItComesToRestOnALeg() {
        Pose from = supine(new LegPose.Plant(30, 0, 5, 90, 0, null), DOWN);
        Transition way = way(from, supine(new LegPose.Angles(new Ball(-20, 3, 0), 2, 10), DOWN));
        assertThat(way.at(1).start(Segment.PELVIS).y()).isGreaterThan(10);
        double before = way.at(0.999).start(Segment.PELVIS).y();
        assertThat(before).isCloseTo(way.at(1).start(Segment.PELVIS).y(), within(0.1));
    }

    private static Pose supine(LegPose right, ArmPose rightArm) {
        return new Pose(Orientation.SUPINE, O, O, O, O, 0, STRAIGHT, right, DOWN, rightArm);
    }

    private static Transition way(Pose from, Pose to) {
        return new Transition(keyframe("from", from), keyframe("to", to), Build.MIDDLE);
    }

    private static Keyframe keyframe(String id, Pose pose) {
        return new Keyframe(id, id, 1000, Keyframe.Ease.IN_OUT, Keyframe.Breath.NONE, pose, Map.of());
    }
}
