package org.unknot.shared;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A moment as a phone tells it: ISO 8601 in UTC. A clock may be years wrong and its fact is still taken, but what lies outside
 * 2000 to 2200 no database dates and no person means.
 */
public final class PhoneTime {

    /** For the words of an error. */
    public static final String EXAMPLE = "2026-11-22T08:00:00Z";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private PhoneTime() {}

    /** Throws {@link BadInput} that names the field when this is no time, or one outside those years. */
    public static Instant read(String text, String field) {
        Instant time = parsed(text, field);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new BadInput(field, "a time from 2000 to 2200", EXAMPLE);
        }
        return time;
    }

    private static Instant parsed(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw new BadInput(field, "a time in UTC", EXAMPLE);
        }
    }
}
