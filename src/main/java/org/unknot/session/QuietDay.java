package org.unknot.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.unknot.calendar.Days;

/** The day that a moment belongs to: it ends at four in the morning, so that a late evening is still that evening. */
public final class QuietDay {

    private static final LocalTime ENDS = LocalTime.of(4, 0);

    private QuietDay() {}

    /** By the clock on the wall of that zone. */
    public static LocalDate of(Instant at, ZoneId zone) {
        return of(at, Days.in(zone));
    }

    public static LocalDate of(Instant at, Days days) {
        return days.of(at, ENDS);
    }
}
