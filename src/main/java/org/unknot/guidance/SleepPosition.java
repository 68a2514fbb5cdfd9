package org.unknot.guidance;

import java.util.List;
import java.util.Optional;
import org.unknot.content.Provenance;
import org.unknot.content.Section;
import org.unknot.shared.QuestionId;

/**
 * A way to lie for the night or a rest, with what to put where.
 *
 * @param choice the words of the choice "How do you like to lie?"
 * @param notWhen questions whose yes or not sure takes this position out of tonight's plan
 */
public record SleepPosition(
        String id,
        int order,
        String title,
        String choice,
        String lead,
        List<Support> supports,
        List<String> steps,
        List<String> turning,
        Optional<String> caution,
        List<QuestionId> notWhen,
        Provenance provenance) {

    public SleepPosition {
        supports = List.copyOf(supports);
        notWhen = List.copyOf(notWhen);
    }

    /** What somebody may have at hand at night. */
    public enum Have {
        PILLOW,
        TOWEL,
        BLANKET,
        CLOTHES;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A pillow or a folded towel, where it goes and what does as well.
     *
     * @param use what to do with each thing that may be at hand, the best first; empty in a file that only names substitutes
     */
    public record Support(String what, String where, List<String> substitutes, List<Use> use) {

        public Support {
            substitutes = List.copyOf(substitutes);
            use = List.copyOf(use);
        }

        static Support read(Section support) {
            return new Support(
                    support.text("what", "A pillow"),
                    support.text("where", "Below your knees."),
                    support.texts("substitutes", "A rolled blanket."),
                    support.optionalSections("use", "{have: towel, say: Roll up two towels.}", Use::read));
        }
    }

    /** How one thing at hand serves as a support. */
    public record Use(Have have, String say) {

        static Use read(Section use) {
            return new Use(use.oneOf("have", Have.class), use.text("say", "Roll up two towels."));
        }
    }

    static SleepPosition read(Section file) {
        return new SleepPosition(
                file.documentId(),
                file.wholeNumber("order", 1, 999, "10"),
                file.text("title", "On your back"),
                file.text("choice", "On my back"),
                file.text("lead", "A pillow below your knees lets your back rest."),
                file.sections(
                        "supports",
                        "{what: A pillow, where: Below your knees., substitutes: [A blanket.]}",
                        Support::read),
                file.texts("steps", "Lie down on your side first."),
                file.texts("turning", "Turn in one piece."),
                file.optionalText("caution", "Not from week 28 of a pregnancy."),
                file.optionalIds("not-when", "pregnant-28").stream()
                        .map(QuestionId::new)
                        .toList(),
                file.provenance());
    }
}
