package org.unknot.exercise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.unknot.content.Section;
import org.unknot.exercise.Instruction.Role;
import org.unknot.shared.QuestionId;

/** Reads one file of content/exercise. */
final class ExerciseForm {

    /** The longest hold we ever ask for, in seconds; see docs/clinical/sources.md#S25. */
    private static final int LONGEST_HOLD = 60;

    private static final Set<String> DEFAULTABLE = Set.of("min", "target", "max", "repetitions", "times-a-day", "from");

    private ExerciseForm() {}

    static Entry read(Section file) {
        int order = file.wholeNumber("order", 1, 999, "30");
        return new Entry(order, exercise(file));
    }

    /** An exercise and its place in the list. */
    record Entry(int order, Exercise exercise) {}

    private static Exercise exercise(Section file) {
        boolean offered = file.flag("offered");
        String title = file.text("title", "Knee to chest");
        String summary = file.text("summary", "Draws one knee up while the back rests.");
        Position position = file.oneOf("position", Position.class);
        Direction direction = file.oneOf("direction", Direction.class);
        Phase from = file.oneOf("from", Phase.class);
        Dose dose = file.section("dose", "{sides: both, hold: {min: 20, target: 30, max: 60}}", ExerciseForm::dose);
        Set<MovementTag> tags = file.optionalSet("tags", MovementTag.class);
        List<Caution> cautions = new ArrayList<>();
        cautions.addAll(
                file.optionalSections("blocks", "{when: osteoporosis, why: …, citation: S34}", ExerciseForm::block));
        cautions.addAll(file.optionalSections(
                "eases", "{when: knee-trouble, to: easier-form, why: …, citation: J-knee}", ExerciseForm::ease));
        List<Instruction> steps =
                file.section("steps", "{prepare: [Lie on your back.], move: [Lift your knee.]}", ExerciseForm::steps);
        if (file.sound()) {
            checkSides(file, dose, steps);
        }
        return new Exercise(
                new ExerciseId(file.documentId()),
                title,
                summary,
                position,
                direction,
                from,
                dose,
                tags,
                cautions,
                steps,
                file.texts("feel", "Deep in your {side} buttock."),
                file.texts("stop-for", "Pain that shoots down your leg."),
                file.optionalTexts("needs", "a mat or carpet"),
                file.optionalId("easier", "knee-to-chest-behind-thigh").map(ExerciseId::new),
                file.optionalId("harder", "knee-to-chest-chin-tuck").map(ExerciseId::new),
                offered,
                file.provenance());
    }

    private static Dose dose(Section dose) {
        Dose.Sides sides = dose.oneOf("sides", Dose.Sides.class);
        Hold hold = dose.section("hold", "{min: 20, target: 30, max: 60}", ExerciseForm::hold);
        return new Dose(
                sides,
                hold.min,
                hold.target,
                hold.max,
                dose.optionalFlag("as-able").orElse(false),
                dose.wholeNumber("repetitions", 1, 10, "2"),
                dose.wholeNumber("times-a-day", 1, 3, "2"),
                clinicDefaults(dose));
    }

    private record Hold(int min, int target, int max) {
        Hold {
            if (min > target || target > max) {
                throw new IllegalArgumentException("min " + min + " <= target " + target + " <= max " + max);
            }
        }
    }

    private static Hold hold(Section hold) {
        return new Hold(
                hold.wholeNumber("min", 5, LONGEST_HOLD, "20"),
                hold.wholeNumber("target", 5, LONGEST_HOLD, "30"),
                hold.wholeNumber("max", 5, LONGEST_HOLD, "60"));
    }

    private static Set<String> clinicDefaults(Section dose) {
        Set<String> defaults = new HashSet<>();
        for (String name : dose.optionalTexts("clinic-defaults", "max")) {
            if (!DEFAULTABLE.contains(name)) {
                dose.refuse(
                        "clinic-defaults", "only min, target, max, repetitions, times-a-day, from, got " + name, "max");
            }
            defaults.add(name);
        }
        return defaults;
    }

    private static Caution block(Section block) {
        return new Caution.Block(
                new QuestionId(block.id("when", "osteoporosis")),
                block.text("why", "Bending a thin spine can hurt it."),
                block.text("citation", "S34"));
    }

    private static Caution ease(Section ease) {
        return new Caution.Ease(
                new QuestionId(ease.id("when", "knee-trouble")),
                new ExerciseId(ease.id("to", "knee-to-chest-behind-thigh")),
                ease.text("why", "Holding the thigh spares your knee."),
                ease.text("citation", "J-knee"));
    }

    /** In the order of the roles: prepare, move, form, breathe, safety; each must be there. */
    private static List<Instruction> steps(Section steps) {
        List<Instruction> instructions = new ArrayList<>();
        for (Role role : Role.values()) {
            for (String text :
                    steps.texts(role.name().toLowerCase(Locale.ROOT), "Keep your hips heavy on the floor.")) {
                instructions.add(new Instruction(role, text));
            }
        }
        return List.copyOf(instructions);
    }

    private static void checkSides(Section file, Dose dose, List<Instruction> steps) {
        boolean namesSide = steps.stream().anyMatch(step -> step.text().contains("{side}"));
        boolean namesAnySide =
                namesSide || steps.stream().anyMatch(step -> step.text().contains("{other}"));
        if (dose.sides() == Dose.Sides.BOTH && !namesSide) {
            file.refuse(
                    "steps",
                    "at least one step with {side}, because dose.sides is both",
                    "move: [\"Bring your {side} knee up.\"]");
        }
        if (dose.sides() == Dose.Sides.NONE && namesAnySide) {
            file.refuse("steps", "no {side} or {other}, because dose.sides is none", "move: [\"Lift your chest.\"]");
        }
    }
}
