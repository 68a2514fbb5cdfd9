package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Problem;

/** A figure file says what is wrong with it: where, which joint, what may stand there, and the nearest that would do. */
class FigureFilesTests {

    private static final String GOOD = """
            id: bow
            source: {citations: [J-ranges]}
            licence: CC-BY-4.0
            author: Unknot authors
            review: not yet reviewed by a clinician
            title: Bow
            sides: both
            camera: {azimuth: -14, elevation: 20, view: lying}
            props:
              - {id: mat, kind: mat}
              - {id: pillow, kind: pillow, at: [-37, 2, 0], size: [14, 4, 24], radius: 1.8}
            still: hold
            keyframes:
              - id: start
                title: Start
                body: supine
                legs: {both: {hip: [0, 3, 0], knee: 2, ankle: 10}}
              - id: hold
                title: Hold
                like: start
                move-ms: 2000
                breath: out
                neck: [8, 0, 0]
                legs:
                  right: {hip: [128, 4, 0], knee: 122, ankle: 10}
                arms:
                  right: {reach: {limb: right-shank, along: 0.2, direction: [0, 0, 1]}}
                  left: {shoulder: [0, 20, 0], elbow: 10}
            arrows:
              - {keyframe: hold, from: {segment: right-shank}, to: {segment: chest, along: 0.5}}
            feel:
              - {keyframe: hold, at: {segment: pelvis}, width: 12, height: 9}
            """;

    @TempDir
    Path folder;

    @Test
    void aGoodFileIsReadAndAKeyframeTakesWhatItDoesNotSayFromTheOneItIsLike() throws IOException {
        Figure figure = read(GOOD).getFirst();

        Pose hold = figure.keyframe("hold").pose();
        assertThat(hold.body()).isEqualTo(Orientation.SUPINE);
        assertThat(hold.leftLeg()).isEqualTo(new LegPose.Angles(new Ball(0, 3, 0), 2, 10));
        assertThat(hold.rightLeg()).isEqualTo(new LegPose.Angles(new Ball(128, 4, 0), 122, 10));
        assertThat(hold.neck()).isEqualTo(new Bend(8, 0, 0));
        assertThat(figure.sided()).isTrue();
        assertThat(figure.keyframe("hold").breath()).isEqualTo(Keyframe.Breath.OUT);
    }

    @Test
    void whatIsSaidOfBothIsMirroredForTheLeft() throws IOException {
        Pose pose = read(GOOD.replace("both: {hip: [0, 3, 0], knee: 2, ankle: 10}", "both: {plant: {at: [24, 5]}}"))
                .getFirst()
                .keyframe("start")
                .pose();

        assertThat(pose.rightLeg()).isEqualTo(new LegPose.Plant(24, 0, 5, 90, 0, null));
        assertThat(pose.leftLeg()).isEqualTo(new LegPose.Plant(24, 0, -5, 90, 0, null));
    }

    @Test
    void anAngleOutsideTheHumanRangeIsToldWithJointRangeAndTheNearestThatIsInside() {
        Problem problem = refused(GOOD.replace("hip: [128, 4, 0]", "hip: [150, 4, 0]"));

        assertThat(problem.file()).isEqualTo("figure/bow.yaml");
        assertThat(problem.line()).isEqualTo(25);
        assertThat(problem.field()).isEqualTo("keyframes[1].legs.right.hip[0]");
        assertThat(problem.expected()).isEqualTo("hip flexion from -20 to 130 degrees, got 150");
        assertThat(problem.example()).isEqualTo("130");
    }

    @Test
    void aKneeBendsFartherOnlyWhenKneeling() throws IOException {
        String deep = GOOD.replace("knee: 122", "knee: 156");

        assertThat(refused(deep).expected()).isEqualTo("knee flexion from 0 to 150 degrees, got 156");
        assertThat(read(deep.replace("like: start", "like: start\n    kneeling: true")))
                .hasSize(1);
    }

    @Test
    void everyProblemOfTheFileIsToldAtOnce() {
        assertThat(problems(GOOD.replace("hip: [128, 4, 0]", "hip: [150, 4]")
                        .replace("neck: [8, 0, 0]", "neck: [8, 0, left]")
                        .replace("elevation: 20", "elevation: 95")))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("camera.elevation", "keyframes[1].legs.right.hip", "keyframes[1].neck[2]");
    }

    @Test
    void aReachTooFarIsToldByHowMuchAndWhereItWouldReach() {
        Problem problem = refused(GOOD.replace("along: 0.2, direction", "along: 0.9, direction"));

        assertThat(problem.line()).isEqualTo(27);
        assertThat(problem.field()).isEqualTo("keyframes[1].arms.right");
        assertThat(problem.expected())
                .matches("a contact within reach, got one \\d+\\.\\d units too far for the right hand");
        assertThat(problem.example()).startsWith("along: 0.");
    }

    @Test
    void aFootThatCannotStandThereIsToldWhereItCould() {
        Problem problem =
                refused(GOOD.replace("both: {hip: [0, 3, 0], knee: 2, ankle: 10}", "both: {plant: {at: [60, 5]}}"));

        assertThat(problem.field()).isEqualTo("keyframes[0].legs.both");
        assertThat(problem.expected()).contains("units too far for the left foot");
        assertThat(problem.example()).startsWith("at: [4");
    }

    @Test
    void aMissingSideIsTold() {
        Problem legs = refused(GOOD.replace("legs: {both: {", "legs: {right: {"));
        assertThat(legs.field()).isEqualTo("keyframes[0].legs");
        assertThat(legs.expected()).isEqualTo("the left and the right leg, got only the right");
        assertThat(legs.example()).startsWith("left: ");

        Problem arms = refused(GOOD.replace("      left: {shoulder: [0, 20, 0], elbow: 10}\n", ""));
        assertThat(arms.field()).isEqualTo("keyframes[1].arms");
        assertThat(arms.expected()).isEqualTo("the left and the right arm, got only the right");
    }

    @Test
    void anUnknownPropOrTargetIsToldWithThoseThereAre() {
        assertThat(refused(GOOD.replace("kind: pillow", "kind: hammock")).expected())
                .startsWith("one of mat, bed, pillow")
                .endsWith("got hammock");
        Problem target = refused(GOOD.replace("limb: right-shank", "limb: right-wing"));
        assertThat(target.field()).isEqualTo("keyframes[1].arms.right.reach.limb");
        assertThat(target.expected()).contains("right-shank").endsWith("got right-wing");
        assertThat(refused(GOOD.replace("neck: [8, 0, 0]", "places: [{prop: lamp, at: [0, 9, 0]}]"))
                        .expected())
                .isEqualTo("one of mat, pillow, got lamp");
    }

    @Test
    void aNameOfAKeyframeThatIsNotThereIsTold() {
        assertThat(refused(GOOD.replace("still: hold", "still: middle")).expected())
                .isEqualTo("one of hold, start, got middle");
        assertThat(refused(GOOD.replace("like: start", "like: begin")).expected())
                .isEqualTo("one of start, hold, got begin");
        assertThat(refused(GOOD.replace("{keyframe: hold, from", "{keyframe: later, from"))
                        .field())
                .isEqualTo("arrows[0].keyframe");
        assertThat(refused(GOOD.replace("{keyframe: hold, at", "{keyframe: later, at"))
                        .field())
                .isEqualTo("feel[0].keyframe");
    }

    @Test
    void keyframesThatAreLikeEachOtherAreACircle() {
        Problem problem = refused(GOOD.replace("title: Start\n", "title: Start\n    like: hold\n"));

        assertThat(problem.field()).isEqualTo("keyframes[0].like");
        assertThat(problem.expected()).isEqualTo("a way that ends, got a circle start, hold");
    }

    @Test
    void limbsThatRestOnlyOnEachOtherAreACircle() {
        String crossed = GOOD.replace(
                "both: {hip: [0, 3, 0], knee: 2, ankle: 10}", "both: {cross: {along: 0.8, pole: [-1, 0, 0.2]}}");
        assertThat(problems(crossed))
                .extracting(Problem::expected)
                .anyMatch(expected -> expected.contains("Both ankles"));

        String hands = GOOD.replace("limb: right-shank, along: 0.2", "limb: left-hand, along: 0.2")
                .replace(
                        "left: {shoulder: [0, 20, 0], elbow: 10}",
                        "left: {reach: {limb: right-hand, along: 0.2, direction: [0, 0, 1]}}");
        assertThat(problems(hands))
                .extracting(Problem::expected)
                .anyMatch(expected -> expected.contains("rest on nothing"));
    }

    @Test
    void aLimbPosedInTwoWaysIsTold() {
        assertThat(problems(
                        GOOD.replace("right: {hip: [128, 4, 0],", "right: {plant: {at: [24, 5]}, hip: [128, 4, 0],")))
                .extracting(Problem::expected)
                .contains("one of hip, plant, cross, got hip and plant");
    }

    @Test
    void whatWouldSinkIntoTheMatIsTold() {
        String sunk = GOOD.replace(
                "left: {shoulder: [0, 20, 0], elbow: 10}", "left: {hand: {at: [-20, -4, -16], fingers: [1, 0, 0]}}");

        assertThat(problems(sunk))
                .extracting(Problem::expected)
                .anyMatch(expected ->
                        expected.matches("everything above the mat, got the left hand \\d\\.\\d units below"));
    }

    @Test
    void aWayWithoutATimeIsTold() {
        assertThat(refused(GOOD.replace("    move-ms: 2000\n", "")).field()).isEqualTo("keyframes[1].move-ms");
    }

    private List<Figure> read(String file) throws IOException {
        Files.createDirectories(folder.resolve("figure"));
        Files.writeString(folder.resolve("figure/bow.yaml"), file);
        return FigureCheck.read(ContentFiles.onlyFrom(folder)).stream()
                .map(document -> document.value())
                .toList();
    }

    private List<Problem> problems(String file) {
        ContentRefused refused = catchThrowableOfType(ContentRefused.class, () -> read(file));
        assertThat(refused).as("refused").isNotNull();
        return refused.problems();
    }

    private Problem refused(String file) {
        return problems(file).getFirst();
    }
}
