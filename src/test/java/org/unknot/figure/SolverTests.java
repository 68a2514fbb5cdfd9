package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.unknot.shared.Side;

/** Whatever legal angles and contacts a file holds, a body comes out: finite, of one size, on the mat, and the same mirrored. */
class SolverTests {

    private static final int TIMES = 1500;
    private static final Bend O = Bend.NONE;
    private static final LegPose STRAIGHT = new LegPose.Angles(new Ball(0, 3, 0), 2, 10);
    private static final ArmPose DOWN = new ArmPose.Angles(new Ball(-2, 20, 0), 4, -90, 0);

    @Test
    void anyLegalAnglesGiveFiniteCoordinates() {
        each(pose -> {
            for (Build build : Build.values()) {
                Drawing drawing = Cast.of(AnyPose.figure(pose), build)
                        .draw(Solver.solve(pose, build), AnyPose.figure(pose).props());
                for (int i = 0; i < drawing.x().length; i++) {
                    assertThat(drawing.x()[i] + drawing.y()[i]).isFinite();
                }
            }
        });
    }

    @Test
    void bonesKeepTheirLength() {
        each(pose ->
                assertThat(AnyPose.stretched(Solver.solve(pose, Build.MIDDLE))).isLessThan(0.01));
    }

    @Test
    void nothingOfABodyGivenByAnglesIsBelowTheMat() {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < TIMES; i++) {
            Pose pose = any.ofAngles();
            for (Build build : Build.values()) {
                assertThat(AnyPose.lowest(Solver.solve(pose, build)))
                        .as("pose %d of seed %d: %s", i, AnyPose.SEED, pose)
                        .isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void aMirroredPoseIsThePoseOfMirroredAngles() {
        each(pose -> {
            Solved solved = Solver.solve(pose, Build.MIDDLE);
            Solved mirrored = Solver.solve(pose.mirrored(), Build.MIDDLE);
            for (Segment segment : Segment.values()) {
                Vec expected = solved.start(segment).mirroredInWorld();
                Vec found = mirrored.start(segment.mirrored());
                assertThat(found.minus(expected).length()).as(segment.word()).isLessThan(0.001);
                expected = solved.end(segment).mirroredInWorld();
                found = mirrored.end(segment.mirrored());
                assertThat(found.minus(expected).length()).as(segment.word()).isLessThan(0.001);
            }
        });
    }

    @Test
    void anglesComeBackAsTheyWentIn() {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < TIMES; i++) {
            Pose pose = any.ofAngles();
            Solved solved = Solver.solve(pose, Build.MIDDLE);
            LegPose.Angles asked = (LegPose.Angles) pose.rightLeg();
            LegPose.Angles found = solved.leg(Side.RIGHT);
            assertThat(found.hip().flexion()).isCloseTo(asked.hip().flexion(), within(1e-6));
            assertThat(found.hip().abduction()).isCloseTo(asked.hip().abduction(), within(1e-6));
            assertThat(found.hip().rotation()).isCloseTo(asked.hip().rotation(), within(1e-6));
            assertThat(found.knee()).isCloseTo(asked.knee(), within(1e-6));
            assertThat(found.ankle()).isCloseTo(asked.ankle(), within(1e-6));
            ArmPose.Angles arm = (ArmPose.Angles) pose.leftArm();
            assertThat(solved.arm(Side.LEFT).elbow()).isCloseTo(arm.elbow(), within(1e-6));
        }
    }

    @Test
    void aPlantedFootStandsOnTheMatAndItsKneeBendsForwards() {
        Solved solved = supine(new LegPose.Plant(27, 0, 5, 90, 0, null), STRAIGHT, DOWN);
        assertThat(solved.lowest(Part.RIGHT_FOOT)).isCloseTo(0, within(1e-6));
        assertThat(solved.start(Segment.RIGHT_FOOT).x()).isCloseTo(27, within(1e-6));
        assertThat(solved.start(Segment.RIGHT_SHANK).y()).isGreaterThan(15);
        assertThat(solved.leg(Side.RIGHT).knee()).isBetween(60.0, 120.0);
        assertThat(solved.shortfalls()).isEmpty();
    }

    @Test
    void aCrossedAnkleLiesOnTheOtherThigh() {
        Solved solved = supine(
                new LegPose.Cross(0.8, new Vec(-1, 0.12, 0.2), 0), new LegPose.Plant(31, 0, -6, 90, 0, null), DOWN);
        double clearance = AnyPose.distance(
                        solved.start(Segment.RIGHT_FOOT),
                        solved.start(Segment.LEFT_THIGH),
                        solved.end(Segment.LEFT_THIGH))
                - Flesh.of(Build.MIDDLE).thickness(Segment.LEFT_THIGH, 0.8);
        assertThat(clearance).isCloseTo(2.4, within(1.0));
        assertThat(solved.shortfalls()).isEmpty();
    }

    @Test
    void aFlatForearmTouchesTheMatAllAlong() {
        Pose prone = new Pose(
                Orientation.PRONE,
                new Bend(-22, 0, 0),
                new Bend(-20, 0, 0),
                new Bend(-8, 0, 0),
                O,
                0,
                STRAIGHT,
                STRAIGHT,
                new ArmPose.Forearm(0, new Vec(-1, 0, 0), null),
                new ArmPose.Forearm(0, new Vec(-1, 0, 0), null));
        for (Build build : Build.values()) {
            Solved solved = Solver.solve(prone, build);
            assertThat(solved.lowest(Part.LEFT_FOREARM)).as(build.word()).isBetween(-0.01, 1.0);
            assertThat(solved.lowest(Part.LEFT_HAND)).as(build.word()).isBetween(-0.1, 1.0);
        }
    }

    @Test
    void aHandThatCannotReachSaysByHowMuch() {
        Solved solved = supine(STRAIGHT, STRAIGHT, new ArmPose.Floor(60, 0, 10, new Vec(1, 0, 0), null));
        assertThat(solved.shortfalls()).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.part()).isEqualTo(Part.RIGHT_HAND);
            double asked = new Vec(60, 1.8, 10)
                    .minus(solved.start(Segment.RIGHT_UPPER_ARM))
                    .length();
            assertThat(shortfall.by()).isCloseTo(asked - 33, within(0.01));
        });
    }

    @Test
    void ankleOnThighOnAnkleIsRefused() {
        LegPose cross = new LegPose.Cross(0.8, new Vec(-1, 0, 0), 0);
        assertThatThrownBy(() -> supine(cross, cross, DOWN)).hasMessageContaining("one leg must stand by itself");
    }

    @Test
    void handsThatOnlyHoldEachOtherAreRefused() {
        Vec front = new Vec(0, 0, 1);
        assertThatThrownBy(() -> Solver.solve(
                        new Pose(
                                Orientation.SUPINE,
                                O,
                                O,
                                O,
                                O,
                                0,
                                STRAIGHT,
                                STRAIGHT,
                                new ArmPose.Reach(Segment.RIGHT_HAND, 0, front, 0, null, null),
                                new ArmPose.Reach(Segment.LEFT_HAND, 0, front, 0, null, null)),
                        Build.MIDDLE))
                .hasMessageContaining("rest on nothing");
    }

    private static Solved supine(LegPose right, LegPose left, ArmPose rightArm) {
        return Solver.solve(new Pose(Orientation.SUPINE, O, O, O, O, 0, left, right, DOWN, rightArm), Build.MIDDLE);
    }

    private interface ForPose {
        void holds(Pose pose);
    }

    /** Half of them by angles alone, half with contacts. */
    private static void each(ForPose property) {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < TIMES; i++) {
            Pose pose = i % 2 == 0 ? any.ofAngles() : any.withContacts();
            try {
                property.holds(pose);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("pose " + i + " of seed " + AnyPose.SEED + ": " + pose, failed);
            }
        }
    }
}
