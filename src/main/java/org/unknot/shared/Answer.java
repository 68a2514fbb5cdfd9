package org.unknot.shared;

import java.util.Locale;

/** What a person said to a yes-no question. That they said nothing is no answer at all: look it up as an empty optional. */
public enum Answer {
    YES,
    NO,
    UNSURE;

    /** The word of the API and of content files: {@code yes}, {@code no}, {@code unsure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
