package org.unknot.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unknot.exercise.MovementTag;
import org.unknot.shared.Side;

/**
 * One stretch of time in a script.
 *
 * @param id unique within the script, the same each time the script is read
 * @param exercise of the catalogue, or {@code rest} or {@code ease}
 * @param seconds how long, at least 10 for get-ready
 * @param asAble a hold that may end early and be taken up again until its seconds have added up
 * @param repetition which of how many on this side, as two numbers
 * @param figure key of the picture, for the module that draws it
 * @param easier the next easier form of this step, which carries its own; the last is a safe rest
 */
public record Step(
        String id,
        String exercise,
        String title,
        @Nullable Side side,
        Role role,
        int seconds,
        boolean asAble,
        List<Integer> repetition,
        List<MovementTag> tags,
        List<Cue> cues,
        @Nullable String figure,
        List<String> needs,
        @Nullable Step easier,
        List<OnStop> onStop) {

    public Step {
        repetition = List.copyOf(repetition);
        tags = List.copyOf(tags);
        cues = List.copyOf(cues);
        needs = List.copyOf(needs);
        onStop = List.copyOf(onStop);
    }

    /** What the person does in this time. */
    public enum Role {
        GET_READY,
        HOLD,
        REST,
        BREATHE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
