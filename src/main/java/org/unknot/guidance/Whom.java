package org.unknot.guidance;

import java.util.List;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * A profession that can help, and when to turn to it.
 *
 * @param withArticle as it stands in a sentence, such as "a soft tissue occupational therapist"
 * @param bookable whether the clinic behind this program may offer appointments with it
 */
public record Whom(
        String id,
        int order,
        String title,
        String withArticle,
        String lead,
        List<String> does,
        List<String> when,
        List<String> bring,
        boolean bookable,
        Provenance provenance) {

    static Whom read(Section file) {
        return new Whom(
                file.documentId(),
                file.wholeNumber("order", 1, 999, "10"),
                file.text("title", "Exercise physiologist"),
                file.text("with-article", "an exercise physiologist"),
                file.text("lead", "Plans exercise that fits you."),
                file.texts("does", "Builds a plan with you."),
                file.texts("when", "When you want to get stronger."),
                file.texts("bring", "What you have tried."),
                file.flag("bookable"),
                file.provenance());
    }
}
