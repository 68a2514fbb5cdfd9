package org.unknot.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.unknot.exercise.MovementTag;

/**
 * What changes at once when a person stops for a reason; the player needs no network for it.
 *
 * @param dropTags every later step with one of these is left out
 * @param replaceWith played instead of the stopped step, or null to go on with the next
 * @param show what the player shows
 */
public record OnStop(
        Reason reason, List<MovementTag> dropTags, @Nullable Step replaceWith, Show show) {

    public OnStop {
        dropTags = List.copyOf(dropTags);
    }

    /** Why a person stopped. */
    public enum Reason {
        PAIN,
        SPREADING,
        NUMB,
        TIRED,
        OTHER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What comes on the screen after the stop. */
    public enum Show {
        REST,
        RECHECK,
        EMERGENCY_CHECK,
        NEXT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
