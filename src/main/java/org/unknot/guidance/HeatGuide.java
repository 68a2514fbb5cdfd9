package org.unknot.guidance;

import java.util.List;
import org.unknot.content.Provenance;
import org.unknot.content.Section;
import org.unknot.shared.QuestionId;

/**
 * Warmth: how long, in which ways, when not, and what to do about a burn. See docs/clinical/sources.md#heat.
 *
 * @param leastMinutes 15
 * @param mostMinutes 20, a hard stop
 * @param checkAtMinutes when to look at the skin
 * @param pauseMinutes how long the skin rests before the next time
 * @param refusals questions of which each needs a no before heat is offered
 */
public record HeatGuide(
        String title,
        String lead,
        int leastMinutes,
        int mostMinutes,
        int checkAtMinutes,
        int pauseMinutes,
        List<Way> ways,
        List<String> dos,
        List<String> donts,
        List<String> skinCheck,
        List<String> burn,
        String pregnancy,
        List<QuestionId> refusals,
        Provenance provenance) {

    public HeatGuide {
        if (leastMinutes > mostMinutes || checkAtMinutes >= leastMinutes) {
            throw new IllegalArgumentException("the skin check comes before least, and least before most: "
                    + checkAtMinutes + ", " + leastMinutes + ", " + mostMinutes);
        }
        ways = List.copyOf(ways);
        refusals = List.copyOf(refusals);
    }

    /** A heat pack, a shower or a bath. */
    public record Way(String id, String title, List<String> steps) {

        static Way read(Section way) {
            return new Way(
                    way.id("id", "shower"), way.text("title", "A hot shower"), way.texts("steps", "Stand or sit."));
        }
    }

    static HeatGuide read(Section file) {
        return new HeatGuide(
                file.text("title", "Warmth"),
                file.text("lead", "Warmth loosens a tight back."),
                file.wholeNumber("least-minutes", 5, 20, "15"),
                file.wholeNumber("most-minutes", 5, 20, "20"),
                file.wholeNumber("check-at-minutes", 1, 19, "10"),
                file.wholeNumber("pause-minutes", 60, 240, "60"),
                file.sections("ways", "{id: shower, title: A hot shower, steps: [Stand or sit.]}", Way::read),
                file.texts("do", "Wrap the pack."),
                file.texts("dont", "Do not lie on it."),
                file.texts("skin-check", "Pink is fine."),
                file.texts("burn", "Cool it under running water."),
                file.text("pregnancy", "No hot tub and no sauna."),
                file.optionalIds("refusals", "reduced-feeling").stream()
                        .map(QuestionId::new)
                        .toList(),
                file.provenance());
    }
}
