package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quiet day ends at four in the morning by the clock on the wall, on the nights too when the clocks are changed. */
class QuietDayTests {

    @ParameterizedTest
    @CsvSource({
        // Sydney, an ordinary night (UTC+11)
        "2026-11-22T16:59:59Z, Australia/Sydney, 2026-11-22", // 03:59:59 on the 23rd
        "2026-11-22T17:00:00Z, Australia/Sydney, 2026-11-23", // 04:00
        "2026-11-22T13:00:00Z, Australia/Sydney, 2026-11-22", // midnight
        // Sydney, 4 October 2026: at 02:00 it becomes 03:00; four o'clock comes an hour early
        "2026-10-03T16:59:59Z, Australia/Sydney, 2026-10-03", // 03:59:59, summer time
        "2026-10-03T17:00:00Z, Australia/Sydney, 2026-10-04", // 04:00; four hours off the instant would say the 3rd
        // Sydney, 5 April 2026: at 03:00 it becomes 02:00; four o'clock comes an hour late
        "2026-04-04T17:00:00Z, Australia/Sydney, 2026-04-04", // 03:00 for the second time... four hours off says the
        // 5th
        "2026-04-04T18:00:00Z, Australia/Sydney, 2026-04-05",
        // London, 29 March 2026: at 01:00 it becomes 02:00
        "2026-03-29T02:59:59Z, Europe/London, 2026-03-28",
        "2026-03-29T03:00:00Z, Europe/London, 2026-03-29",
        // London, 25 October 2026: at 02:00 it becomes 01:00
        "2026-10-25T03:59:59Z, Europe/London, 2026-10-24",
        "2026-10-25T04:00:00Z, Europe/London, 2026-10-25",
    })
    void theDayEndsAtFourOnTheWall(Instant at, ZoneId zone, LocalDate day) {
        assertThat(QuietDay.of(at, zone)).isEqualTo(day);
    }
}
