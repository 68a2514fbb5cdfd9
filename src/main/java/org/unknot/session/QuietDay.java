package org.unknot.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The day that a moment belongs to: it ends at four in the morning, so that a late evening is still that evening. */
public final class QuietDay {

    private static final LocalTime ENDS = LocalTime.of(4, 0);

    private QuietDay() {}

    /**
     * By the clock on the wall. To take four hours off the instant instead would be an hour wrong on the two nights a year when
     * the clocks are changed.
     */
    public static LocalDate of(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(ENDS) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }
}
