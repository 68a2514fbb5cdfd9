package org.unknot.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something said, shown or sounded at a moment of a step.
 *
 * @param atMs milliseconds after the step began
 */
public record Cue(int atMs, String text, @Nullable Tone tone) {

    /** Sounds that mean the same in every step. */
    public enum Tone {
        READY,
        START,
        HALF,
        LAST,
        END,
        SWITCH;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
