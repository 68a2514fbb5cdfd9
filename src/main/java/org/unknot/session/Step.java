package org.unknot.session;

import com.fasterxml.jackson.annotation.JsonCreator;
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
 * @param figure what is shown beside the words; none where there is nothing to see
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
        @Nullable Picture figure,
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

    /**
     * The way of a figure from one keyframe to another, or one keyframe where both are the same.
     *
     * @param id of the figure, such as {@code knee-to-chest}
     * @param side the person's own; none for a figure that has no sides
     * @param words what is to be seen at the end of the way, for the ear
     */
    public record Picture(String id, @Nullable Side side, String from, String to, String words) {

        @JsonCreator
        public Picture {}

        /** Scripts that were kept before figures moved hold the id alone. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static @Nullable Picture kept(String id) {
            return null;
        }
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
