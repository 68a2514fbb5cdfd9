package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is painted over whom, and in which tone. */
class PainterTests {

    private static final Bend O = Bend.NONE;
    private static final LegPose STRAIGHT = new LegPose.Angles(new Ball(0, 3, 0), 2, 0);
    private static final ArmPose DOWN = new ArmPose.Angles(new Ball(0, 8, 0), 4, -90, 0);
    private static final ArmPose ACROSS_THE_CHEST =
            new ArmPose.At(new Vec(9, 32, 0), new Vec(0, 0, -1), null, new Vec(-1, -1, 0.3));

    @Test
    void everyPartIsPaintedOnceAndTheGroundFirst() {
        AnyPose any = new AnyPose(AnyPose.SEED);
        for (int i = 0; i < 300; i++) {
            Figure figure = AnyPose.figure(any.withContacts());
            List<Integer> painted = painted(figure);
            assertThat(painted).as("pose %d of seed %d", i, AnyPose.SEED).hasSize(Part.values().length + 2);
            assertThat(painted).doesNotHaveDuplicates();
            assertThat(painted.getFirst()).isEqualTo(Part.values().length);
        }
    }

    @Test
    void anArmBeforeTheChestIsPaintedAfterItAndFromBehindBeforeIt() {
        List<Integer> front = painted(upright(90, ACROSS_THE_CHEST, Map.of(), List.of()));
        assertThat(front.indexOf(Part.RIGHT_FOREARM.ordinal())).isGreaterThan(front.indexOf(Part.TORSO.ordinal()));
        List<Integer> behind = painted(upright(-90, ACROSS_THE_CHEST, Map.of(), List.of()));
        assertThat(behind.indexOf(Part.RIGHT_FOREARM.ordinal())).isLessThan(behind.indexOf(Part.TORSO.ordinal()));
    }

    @Test
    void anAuthorsPairIsKeptWhateverDepthSays() {
        Figure.Over over = new Figure.Over(Part.TORSO, Part.RIGHT_FOREARM);
        List<Integer> order = painted(upright(90, ACROSS_THE_CHEST, Map.of(), List.of(over)));
        assertThat(order.indexOf(Part.TORSO.ordinal())).isGreaterThan(order.indexOf(Part.RIGHT_FOREARM.ordinal()));
    }

    @Test
    void aLimbIsFarByTheJointAtItsRootUnlessTheAuthorSaysOtherwise() {
        assertThat(tone(upright(0, DOWN, Map.of(), List.of()), Part.LEFT_FOOT)).isEqualTo("far");
        assertThat(tone(upright(0, DOWN, Map.of(), List.of()), Part.LEFT_HAND)).isEqualTo("far");
        assertThat(tone(upright(0, DOWN, Map.of(), List.of()), Part.RIGHT_FOOT)).isEqualTo("near");
        assertThat(tone(upright(90, DOWN, Map.of(), List.of()), Part.LEFT_FOOT)).isEqualTo("near");
        Map<Part, Tone> said = Map.of(Part.RIGHT_THIGH, Tone.FAR);
        assertThat(tone(upright(0, DOWN, said, List.of()), Part.RIGHT_FOOT)).isEqualTo("far");
    }

    @Test
    void aStraightLegIsOneRunAndAFoldedOneIsNot() {
        assertThat(runs(upright(0, DOWN, Map.of(), List.of())))
                .anySatisfy(run -> assertThat(run)
                        .contains(Part.RIGHT_THIGH.ordinal(), Part.RIGHT_SHANK.ordinal(), Part.RIGHT_FOOT.ordinal()));
        LegPose folded = new LegPose.Angles(new Ball(100, 3, 0), 120, 0);
        Figure figure = upright(0, DOWN, Map.of(), List.of(), folded);
        assertThat(runs(figure))
                .noneSatisfy(run -> assertThat(run).contains(Part.RIGHT_THIGH.ordinal(), Part.RIGHT_SHANK.ordinal()));
    }

    private static Figure upright(double azimuth, ArmPose right, Map<Part, Tone> tones, List<Figure.Over> order) {
        return upright(azimuth, right, tones, order, STRAIGHT);
    }

    private static Figure upright(
            double azimuth, ArmPose rightArm, Map<Part, Tone> tones, List<Figure.Over> order, LegPose right) {
        Pose pose = new Pose(Orientation.UPRIGHT.atHeight(20), O, O, O, O, 0, STRAIGHT, right, DOWN, rightArm);
        Figure plain = AnyPose.figure(pose);
        return new Figure(
                plain.id(),
                plain.title(),
                true,
                new Camera(azimuth, 5, Camera.View.TALL),
                List.of(),
                plain.keyframes(),
                "k0",
                List.of(),
                List.of(),
                tones,
                order);
    }

    private static String tone(Figure figure, Part part) {
        return Cast.of(figure, Build.MIDDLE).members().get(part.ordinal()).tone();
    }

    private static List<List<Integer>> runs(Figure figure) {
        List<List<Integer>> runs = new ArrayList<>();
        Solved solved = Solver.solve(figure.keyframes().getFirst().pose(), Build.MIDDLE);
        for (Drawing.Op op :
                Cast.of(figure, Build.MIDDLE).draw(solved, figure.props()).ops()) {
            if (op instanceof Drawing.Run(int[] parts)) {
                runs.add(Arrays.stream(parts).boxed().toList());
            }
        }
        return runs;
    }

    private static List<Integer> painted(Figure figure) {
        return runs(figure).stream().flatMap(List::stream).toList();
    }
}
