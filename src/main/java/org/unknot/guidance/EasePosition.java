package org.unknot.guidance;

import java.util.List;
import org.unknot.content.Provenance;
import org.unknot.content.Section;

/**
 * A supported position for the first relief, with the words for slow breathing in it.
 *
 * @param choice the words of the choice "How can you lie?"
 * @param seconds how long the breathing is led, 60 to 90 (docs/clinical/sources.md#J-ease)
 * @param steps how to get into it, in order
 * @param needs what supports the body
 * @param substitutes what does as well from any household
 * @param cues what is said while holding, in order of time
 * @param gettingUp how to leave it
 */
public record EasePosition(
        String id,
        int order,
        String title,
        String choice,
        int seconds,
        List<String> steps,
        List<String> needs,
        List<String> substitutes,
        List<Cue> cues,
        List<String> gettingUp,
        List<String> stopFor,
        Provenance provenance) {

    public EasePosition {
        cues = List.copyOf(cues);
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i).atSecond() >= seconds
                    || i > 0 && cues.get(i).atSecond() <= cues.get(i - 1).atSecond()) {
                throw new IllegalArgumentException("cues go up in time and end before second " + seconds + ", got at: "
                        + cues.get(i).atSecond());
            }
        }
    }

    /**
     * Words said once.
     *
     * @param atSecond seconds after the hold began
     */
    public record Cue(int atSecond, String text) {

        static Cue read(Section cue) {
            return new Cue(cue.wholeNumber("at", 0, 89, "0"), cue.text("say", "Breathe in, slow and low."));
        }
    }

    static EasePosition read(Section file) {
        return new EasePosition(
                file.documentId(),
                file.wholeNumber("order", 1, 999, "10"),
                file.text("title", "On your back, knees up"),
                file.text("choice", "On my back"),
                file.wholeNumber("seconds", 60, 90, "75"),
                file.texts("steps", "Lie on your back."),
                file.texts("needs", "A chair or a sofa."),
                file.texts("substitutes", "A rolled blanket."),
                file.sections("cues", "{at: 0, say: Breathe in.}", Cue::read),
                file.texts("getting-up", "Roll onto your side first."),
                file.texts("stop-for", "New numbness."),
                file.provenance());
    }
}
