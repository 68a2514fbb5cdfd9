package org.unknot.guidance;

import java.util.List;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * Words for some quiet minutes, lying down. The phone spreads them over the minutes that a person chose: the opening at the start,
 * the closing at the end, and as much of the middle as there is room for, in its order. See docs/clinical/sources.md#mind.
 *
 * @param settle how to lie for it
 */
public record CalmPractice(
        String id,
        int order,
        String title,
        String lead,
        List<String> settle,
        List<String> opening,
        List<String> middle,
        List<String> closing,
        List<String> stopFor,
        Provenance provenance) {

    static CalmPractice read(Section file) {
        return new CalmPractice(
                file.documentId(),
                file.wholeNumber("order", 1, 999, "10"),
                file.text("title", "Slow breathing"),
                file.text("lead", "You lie down and let your breath slow."),
                file.texts("settle", "Lie the way that hurts least."),
                file.texts("opening", "Let the floor carry you."),
                file.texts("middle", "Breathe out slowly."),
                file.texts("closing", "Move your fingers."),
                file.texts("stop-for", "Pain that grows."),
                file.provenance());
    }
}
