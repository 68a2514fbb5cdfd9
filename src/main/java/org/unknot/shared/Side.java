package org.unknot.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The person's own left or right, never the viewer's. */
public enum Side {
    LEFT,
    RIGHT;

    /** As in scripts and records: {@code left}, {@code right}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
