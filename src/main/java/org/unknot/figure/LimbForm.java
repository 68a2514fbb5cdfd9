package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unknot.content.Range;
import org.unknot.content.Section;

/** Reads one arm or one leg: angles, or one contact from which the angles are solved. */
final class LimbForm {

    private static final Range PLACE = new Range("units", -90, 90, "");
    private static final Range PART = new Range("part of the way", 0, 1, "");
    private static final Range HEIGHT = new Range("height of the surface", 0, 60, "units");
    private static final Range TURN = new Range("degrees", -360, 360, "");
    private static final Range DIRECTION = new Range("direction", -1, 1, "");
    private static final Range GAP = new Range("gap", -3, 10, "units");
    private static final double RESTING_GAP = 0.3;

    private final boolean kneeling;

    LimbForm(boolean kneeling) {
        this.kneeling = kneeling;
    }

    LegPose leg(Section leg) {
        one(leg, List.of("hip", "plant", "cross"), "hip: [26, 6, 0]");
        return leg.optionalSection("plant", "{at: [24, 5]}", LimbForm::plant)
                .or(() -> leg.optionalSection("cross", "{along: 0.8, pole: [-1, 0, 0.2]}", LimbForm::cross))
                .orElseGet(() -> new LegPose.Angles(
                        ball(leg.numbers("hip", JointRanges.HIP)),
                        leg.number("knee", kneeling ? JointRanges.KNEE_KNEELING : JointRanges.KNEE),
                        leg.number("ankle", JointRanges.ANKLE)));
    }

    private static LegPose plant(Section plant) {
        List<Double> at = plant.numbers("at", List.of(PLACE, PLACE));
        return new LegPose.Plant(
                at.getFirst(),
                plant.optionalNumber("height", HEIGHT).orElse(0.0),
                at.getLast(),
                plant.optionalNumber("toes", TURN).orElse(90.0),
                plant.optionalNumber("heel", new Range("lift of the heel", 0, 80, "degrees"))
                        .orElse(0.0),
                direction(plant, "pole"));
    }

    private static LegPose cross(Section cross) {
        return new LegPose.Cross(
                cross.number("along", PART),
                vector(cross.numbers("pole", List.of(DIRECTION, DIRECTION, DIRECTION))),
                cross.optionalNumber("ankle", JointRanges.ANKLE).orElse(0.0));
    }

    ArmPose arm(Section arm) {
        one(arm, List.of("shoulder", "reach", "floor", "forearm", "hand"), "shoulder: [0, 10, 0]");
        return arm.optionalSection("reach", "{limb: right-shank, along: 0.3, direction: [0, 0, 1]}", LimbForm::reach)
                .or(() -> arm.optionalSection("floor", "{at: [-30, 12], fingers: [-1, 0, 0]}", LimbForm::floor))
                .or(() -> arm.optionalSection("forearm", "{direction: [-1, 0, 0]}", LimbForm::forearm))
                .or(() -> arm.optionalSection("hand", "{at: [24, 41, 9], fingers: [1, 0, 0]}", LimbForm::hand))
                .orElseGet(() -> new ArmPose.Angles(
                        ball(arm.numbers("shoulder", JointRanges.SHOULDER)),
                        arm.number("elbow", JointRanges.ELBOW),
                        arm.optionalNumber("turn", JointRanges.FOREARM_TURN).orElse(0.0),
                        arm.optionalNumber("wrist", JointRanges.WRIST).orElse(0.0)));
    }

    private static ArmPose reach(Section reach) {
        return new ArmPose.Reach(
                reach.oneOf("limb", Segment.class),
                reach.number("along", PART),
                vector(reach.numbers("direction", List.of(DIRECTION, DIRECTION, DIRECTION))),
                reach.optionalNumber("gap", GAP).orElse(RESTING_GAP),
                direction(reach, "fingers"),
                direction(reach, "pole"));
    }

    private static ArmPose floor(Section floor) {
        List<Double> at = floor.numbers("at", List.of(PLACE, PLACE));
        return new ArmPose.Floor(
                at.getFirst(),
                floor.optionalNumber("height", HEIGHT).orElse(0.0),
                at.getLast(),
                vector(floor.numbers("fingers", List.of(DIRECTION, DIRECTION, DIRECTION))),
                direction(floor, "pole"));
    }

    private static ArmPose forearm(Section forearm) {
        return new ArmPose.Forearm(
                forearm.optionalNumber("height", HEIGHT).orElse(0.0),
                vector(forearm.numbers("direction", List.of(DIRECTION, DIRECTION, DIRECTION))),
                direction(forearm, "pole"));
    }

    private static ArmPose hand(Section hand) {
        return new ArmPose.At(
                vector(hand.numbers("at", List.of(PLACE, PLACE, PLACE))),
                vector(hand.numbers("fingers", List.of(DIRECTION, DIRECTION, DIRECTION))),
                direction(hand, "palm"),
                direction(hand, "pole"));
    }

    /** A limb is posed in one way: two would contradict each other, none would leave it in the air. */
    private static void one(Section limb, List<String> ways, String example) {
        List<String> given = new ArrayList<>(ways);
        given.removeIf(way -> !limb.has(way));
        if (given.size() > 1) {
            limb.refuse(
                    given.getLast(),
                    "one of " + String.join(", ", ways) + ", got " + String.join(" and ", given),
                    example);
        }
    }

    private static @Nullable Vec direction(Section section, String key) {
        Optional<List<Double>> numbers = section.optionalNumbers(key, List.of(DIRECTION, DIRECTION, DIRECTION));
        return numbers.map(LimbForm::vector).orElse(null);
    }

    static Vec vector(List<Double> numbers) {
        return new Vec(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static Ball ball(List<Double> numbers) {
        return new Ball(numbers.get(0), numbers.get(1), numbers.get(2));
    }
}
