package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Document;
import org.unknot.content.Problem;
import org.unknot.content.Range;
import org.unknot.shared.Side;

/** What only the solved body shows: contacts out of reach, joints bent too far to make them, and whatever sinks into the mat. */
final class FigureCheck {

    /** Nobody sees less, and softer flesh gives as much. */
    private static final double UNIT = 1;

    private static final double SUNK = 0.5;
    private static final Range BACKWARDS = new Range("upper arm behind the chest", -180, 62, "degrees");

    private final Document<Figure> document;
    private final List<Problem> problems;

    private FigureCheck(Document<Figure> document, List<Problem> problems) {
        this.document = document;
        this.problems = problems;
    }

    /** All figures; throws {@link ContentRefused} with every problem of every file. */
    static List<Document<Figure>> read(ContentFiles files) {
        List<Document<Figure>> documents = files.read("figure", FigureForm::read);
        List<Problem> problems = new ArrayList<>();
        documents.forEach(document -> new FigureCheck(document, problems).run());
        if (!problems.isEmpty()) {
            throw new ContentRefused(problems);
        }
        return documents;
    }

    private void run() {
        List<Keyframe> keyframes = document.value().keyframes();
        for (int i = 0; i < keyframes.size(); i++) {
            keyframe("keyframes[" + i + "]", keyframes.get(i).pose());
        }
    }

    private void keyframe(String field, Pose pose) {
        try {
            Solved solved = Solver.solve(pose, Build.MIDDLE);
            solved.shortfalls().forEach(shortfall -> tooFar(field, pose, shortfall));
            if (solved.shortfalls().isEmpty()) {
                otherBuilds(field, pose);
                joints(field, pose, solved);
                aboveMat(field, solved);
            }
        } catch (IllegalArgumentException circle) {
            problem(
                    field,
                    "contacts that end on the body or the mat: " + circle.getMessage(),
                    "give one of the two by its angles");
        }
    }

    private void tooFar(String field, Pose pose, Shortfall shortfall) {
        problem(
                limb(field, shortfall.part()),
                "a contact within reach, got one " + tenths(shortfall.by()) + " units too far for the "
                        + words(shortfall.part()),
                Nearest.to(pose, shortfall.part()));
    }

    /** A thicker body meets its own limbs earlier; it must still touch what it is meant to touch. */
    private void otherBuilds(String field, Pose pose) {
        for (Build build : List.of(Build.SLIM, Build.SOFT)) {
            Solver.solve(pose, build).shortfalls().stream()
                    .filter(shortfall -> shortfall.by() > UNIT)
                    .forEach(shortfall -> problem(
                            limb(field, shortfall.part()),
                            "a contact within reach of every build, got one " + tenths(shortfall.by())
                                    + " units too far for the " + words(shortfall.part()) + " of the " + build.word()
                                    + " build",
                            Nearest.to(pose, shortfall.part())));
        }
    }

    private void joints(String field, Pose pose, Solved solved) {
        for (Side side : Side.values()) {
            LegPose leg = side == Side.LEFT ? pose.leftLeg() : pose.rightLeg();
            if (!(leg instanceof LegPose.Angles)) {
                String at = limb(field, Part.valueOf(side.name() + "_FOOT"));
                LegPose.Angles angles = solved.leg(side);
                range(at, JointRanges.HIP.get(0), angles.hip().flexion());
                range(at, JointRanges.HIP.get(1), angles.hip().abduction());
                range(at, JointRanges.HIP.get(2), angles.hip().rotation());
                range(at, JointRanges.KNEE_KNEELING, angles.knee());
            }
            ArmPose arm = side == Side.LEFT ? pose.leftArm() : pose.rightArm();
            if (!(arm instanceof ArmPose.Angles)) {
                String at = limb(field, Part.valueOf(side.name() + "_HAND"));
                range(at, JointRanges.ELBOW, solved.arm(side).elbow());
                // Overhead, flexion, abduction and rotation trade places; how far back the arm goes does not.
                Vec bone = solved.frame(Segment.CHEST)
                        .within(solved.frame(Limbs.arm(side)[0]).y().times(-1));
                range(at, BACKWARDS, Math.toDegrees(Math.asin(Math.clamp(-bone.z(), -1, 1))));
            }
        }
    }

    private void range(String field, Range range, double solved) {
        if (!range.holds(Math.rint(solved))) {
            problem(
                    field,
                    range + ", got " + Math.round(solved) + " to make the contact",
                    "a contact that needs " + Math.round(range.nearest(solved)));
        }
    }

    private void aboveMat(String field, Solved solved) {
        for (Part part : Part.values()) {
            double lowest = solved.lowest(part);
            if (lowest < -SUNK) {
                problem(
                        field,
                        "everything above the mat, got the " + words(part) + " " + tenths(-lowest) + " units below",
                        "a contact that is " + tenths(-lowest) + " higher");
            }
        }
    }

    /** Where the file speaks of that limb: by its side, as both, or in the keyframe that this one is like. */
    private String limb(String field, Part part) {
        String limbs = field + (part.word().endsWith("foot") ? ".legs" : ".arms");
        String side = limbs + (part.word().startsWith("left") ? ".left" : ".right");
        return document.lines().containsKey(side)
                ? side
                : document.lines().containsKey(limbs + ".both")
                        ? limbs + ".both"
                        : document.lines().containsKey(limbs) ? limbs : field;
    }

    private void problem(String field, String expected, String example) {
        problems.add(document.problem(field, expected, example));
    }

    private static String words(Part part) {
        return part.word().replace('-', ' ');
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
