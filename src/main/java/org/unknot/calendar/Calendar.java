package org.unknot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clinic's calendar as it is at this moment; who runs the clinic can change its zone at any time, so ask anew each time. */
public interface Calendar {

    Days days();

    /** For the clock on the wall, and for dates in lists. */
    default ZoneId zone() {
        return days().zone();
    }

    /** The day that a moment belongs to. */
    default LocalDate dayOf(Instant at) {
        return days().of(at);
    }
}
