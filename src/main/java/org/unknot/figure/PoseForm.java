package org.unknot.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.unknot.content.Form;
import org.unknot.content.Range;
import org.unknot.content.Section;

/** Reads the pose of one keyframe, as far as that keyframe says it. */
final class PoseForm {

    private static final Range DEGREES = new Range("degrees", -180, 180, "");
    private static final Range HEIGHT = new Range("height of the pelvis", 0, 80, "units");
    private static final Range PLACE = new Range("units", -60, 60, "");

    private enum Lying {
        SUPINE,
        PRONE,
        SIDE,
        UPRIGHT
    }

    /** One thing for the left and one for the right, either of them open. */
    private record Pair<T>(Optional<T> left, Optional<T> right) {}

    private PoseForm() {}

    static Draft read(Section keyframe) {
        LimbForm limbs = new LimbForm(keyframe.optionalFlag("kneeling").orElse(false));
        Optional<Orientation> body = keyframe.isText("body")
                ? Optional.of(orientation(keyframe.oneOf("body", Lying.class)))
                : keyframe.optionalSection("body", "{yaw: 90, pitch: -90}", PoseForm::turned);
        Optional<Spine> spine = keyframe.optionalSection("spine", "{lumbar: [-20, 0, 0]}", PoseForm::spine);
        Pair<LegPose> legs =
                pair(keyframe, "legs", "{hip: [0, 3, 0], knee: 2, ankle: 10}", limbs::leg, LegPose::mirrored);
        Pair<ArmPose> arms = pair(keyframe, "arms", "{shoulder: [0, 10, 0], elbow: 5}", limbs::arm, ArmPose::mirrored);
        return new Draft(
                body,
                spine.flatMap(Spine::lumbar),
                spine.flatMap(Spine::mid),
                spine.flatMap(Spine::upper),
                bend(keyframe, "neck", JointRanges.NECK),
                keyframe.optionalNumber("nod", JointRanges.NOD),
                legs.left(),
                legs.right(),
                arms.left(),
                arms.right());
    }

    private record Spine(Optional<Bend> lumbar, Optional<Bend> mid, Optional<Bend> upper) {}

    private static Spine spine(Section spine) {
        return new Spine(
                bend(spine, "lumbar", JointRanges.LUMBAR),
                bend(spine, "mid", JointRanges.MID_BACK),
                bend(spine, "upper", JointRanges.UPPER_BACK));
    }

    private static Optional<Bend> bend(Section section, String key, List<Range> ranges) {
        return section.optionalNumbers(key, ranges).map(bend -> new Bend(bend.get(0), bend.get(1), bend.get(2)));
    }

    private static Orientation orientation(Lying lying) {
        return switch (lying) {
            case SUPINE -> Orientation.SUPINE;
            case PRONE -> Orientation.PRONE;
            case SIDE -> Orientation.SIDE;
            case UPRIGHT -> Orientation.UPRIGHT;
        };
    }

    /** A position by its name, or yaw and pitch; with what differs from it. */
    private static Orientation turned(Section body) {
        Optional<Orientation> from = body.optionalOneOf("from", Lying.class).map(PoseForm::orientation);
        Function<String, Double> needed = key -> body.number(key, DEGREES);
        return new Orientation(
                from.map(Orientation::yaw).map(or(body, "yaw")).orElseGet(() -> needed.apply("yaw")),
                from.map(Orientation::pitch).map(or(body, "pitch")).orElseGet(() -> needed.apply("pitch")),
                body.optionalNumber("roll", DEGREES)
                        .orElse(from.map(Orientation::roll).orElse(0.0)),
                body.optionalNumber("height", HEIGHT).orElse(null),
                body.optionalNumber("x", PLACE).orElse(0.0),
                body.optionalNumber("z", PLACE).orElse(0.0));
    }

    private static UnaryOperator<Double> or(Section body, String key) {
        return named -> body.optionalNumber(key, DEGREES).orElse(named);
    }

    private static <T> Pair<T> pair(
            Section keyframe, String key, String example, Form<T> form, UnaryOperator<T> mirrored) {
        return keyframe.optionalSection(key, "{both: " + example + "}", limbs -> {
                    if (limbs.has("both") && (limbs.has("right") || limbs.has("left"))) {
                        limbs.refuse("both", "both, or right and left, got more", "both: " + example);
                    }
                    Optional<T> both = limbs.optionalSection("both", example, form);
                    return new Pair<>(
                            both.map(mirrored).or(() -> limbs.optionalSection("left", example, form)),
                            both.or(() -> limbs.optionalSection("right", example, form)));
                })
                .orElse(new Pair<>(Optional.empty(), Optional.empty()));
    }
}
