package org.unknot.guidance;

import java.util.List;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * One page to read: what a spasm is, lifting, the desk, stress.
 *
 * @param lead the one or two sentences that matter if nothing else is read
 * @param dos things to do, each a whole sentence; may be empty
 * @param donts things to leave, each a whole sentence; may be empty
 * @param seeAlso ids of other topics
 * @param pictures ids of figures that show what the words say; may be empty
 */
public record Topic(
        String id,
        Need need,
        int order,
        String title,
        String lead,
        List<Part> parts,
        List<String> dos,
        List<String> donts,
        List<String> seeAlso,
        List<String> pictures,
        Provenance provenance) {

    /** What brings somebody to the page; the index is sorted by it. */
    public enum Need {
        UNDERSTAND,
        MOVE,
        PREVENT,
        CALM
    }

    /** A short stretch of text under its own heading. */
    public record Part(String heading, List<String> paragraphs) {

        public Part {
            paragraphs = List.copyOf(paragraphs);
        }

        static Part read(Section part) {
            return new Part(part.text("heading", "How it feels"), part.texts("text", "It grips and lets go."));
        }
    }

    static Topic read(Section file) {
        return new Topic(
                file.documentId(),
                file.oneOf("need", Need.class),
                file.wholeNumber("order", 1, 999, "10"),
                file.text("title", "What a spasm is"),
                file.text("lead", "A muscle grips and will not let go."),
                file.sections("parts", "{heading: How it feels, text: [It grips.]}", Part::read),
                file.optionalTexts("do", "Keep the load close."),
                file.optionalTexts("dont", "Do not twist while you lift."),
                file.optionalIds("see-also", "lifting"),
                file.optionalIds("pictures", "lift-well"),
                file.provenance());
    }
}
