package org.unknot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.calendar.Days.Turn;

/** Dates come one after the other, none twice and none left out, whatever is done to the zone and to the clocks. */
class DaysTests {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        // the clocks go forward: 29 March 2026 in London, 4 October 2026 in Sydney
        "Europe/London, 2026-03-28, 24",
        "Europe/London, 2026-03-29, 23",
        "Europe/London, 2026-03-30, 24",
        "Australia/Sydney, 2026-10-04, 23",
        // and back
        "Europe/London, 2026-10-25, 25",
        "Australia/Sydney, 2026-04-05, 25",
        // midnight itself is left out there: the day begins at one
        "America/Havana, 2026-03-08, 23",
        "America/Havana, 2026-11-01, 25"
    })
    void aDayIsAsLongAsTheClocksMakeIt(ZoneId zone, LocalDate day, int hours) {
        Days days = Days.in(zone);
        Instant start = days.startOf(day);
        Instant end = days.startOf(day.plusDays(1));

        assertThat(Duration.between(start, end)).isEqualTo(Duration.ofHours(hours));
        assertThat(days.of(start)).isEqualTo(day);
        assertThat(days.of(end.minusMillis(1))).isEqualTo(day);
        assertThat(days.of(start.minusMillis(1))).isEqualTo(day.minusDays(1));
    }

    @Test
    void westwardsTheDayGoesOnUntilItIsOverThereToo() {
        Instant change =
                Instant.parse("2026-11-22T22:00:00Z"); // Monday 23rd, 09:00 in Sydney; Sunday 14:00 in Los Angeles
        Days days = Days.of(SYDNEY, List.of(new Turn(change, LOS_ANGELES)));
        LocalDate monday = LocalDate.of(2026, 11, 23);

        assertThat(days.of(change.minusSeconds(1))).isEqualTo(monday);
        assertThat(days.of(change)).as("not Sunday again").isEqualTo(monday);
        assertThat(days.of(Instant.parse("2026-11-24T07:59:59Z"))).isEqualTo(monday);
        assertThat(days.of(Instant.parse("2026-11-24T08:00:00Z"))).isEqualTo(monday.plusDays(1));
        assertThat(days.startOf(monday)).isEqualTo(Instant.parse("2026-11-22T13:00:00Z"));
        assertThat(days.startOf(monday.plusDays(1))).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
        assertThat(days.zone()).isEqualTo(LOS_ANGELES);
    }

    @Test
    void aChangeAtMidnightComesBeforeTheDayThatWouldHaveBegun() {
        Instant change = Instant.parse("2026-11-22T13:00:00Z"); // midnight in Sydney
        Days days = Days.of(SYDNEY, List.of(new Turn(change, LOS_ANGELES)));
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        assertThat(days.of(change)).isEqualTo(sunday);
        assertThat(days.startOf(sunday.plusDays(1))).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    void eastwardsTheNextDayBeginsAtOnceAndNoneIsSkipped() {
        Instant change = Instant.parse("2026-11-22T22:00:00Z");
        Days days = Days.of(LOS_ANGELES, List.of(new Turn(change, SYDNEY)));
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        assertThat(days.of(change.minusSeconds(1))).isEqualTo(sunday);
        assertThat(days.of(change)).isEqualTo(sunday.plusDays(1));
        assertThat(days.startOf(sunday.plusDays(1))).isEqualTo(change);
        assertThat(days.startOf(sunday.plusDays(2))).isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
    }

    @Test
    void aMistakeTakenBackChangesNoDateThatWas() {
        Instant mistake = Instant.parse("2026-11-22T23:30:00Z");
        Instant takenBack = Instant.parse("2026-11-22T23:40:00Z");
        Days days = Days.of(LONDON, List.of(new Turn(mistake, LOS_ANGELES), new Turn(takenBack, LONDON)));
        Days never = Days.in(LONDON);

        for (Instant at = mistake.minus(Duration.ofDays(2));
                at.isBefore(takenBack.plus(Duration.ofDays(2)));
                at = at.plus(Duration.ofMinutes(10))) {
            assertThat(days.of(at)).isEqualTo(never.of(at));
        }
    }

    @Test
    void aNightThatEndsAtFourIsKeptThroughAChange() {
        LocalTime four = LocalTime.of(4, 0);
        Instant change =
                Instant.parse("2026-11-22T17:30:00Z"); // 04:30 on the 23rd in Sydney, 09:30 on the 22nd in Los Angeles
        Days days = Days.of(SYDNEY, List.of(new Turn(change, LOS_ANGELES)));

        assertThat(days.of(change.minusSeconds(1), four)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(days.of(change, four)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void whateverIsSetEveryDateComesOnceAndInOrder() {
        List<ZoneId> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(name ->
                        !name.startsWith("Pacific/")) // 25 and 26 hours apart from others: a day there can be empty
                .sorted()
                .map(ZoneId::of)
                .toList();
        for (long seed = 0; seed < 300; seed++) {
            Random chance = new Random(seed);
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(chance.nextInt(8000)));
            List<Turn> turns = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                at = at.plus(Duration.ofMinutes(chance.nextInt(4000)));
                turns.add(new Turn(at, zones.get(chance.nextInt(zones.size()))));
            }
            Days days = Days.of(zones.get(chance.nextInt(zones.size())), turns);
            Instant end = at.plus(Duration.ofDays(3));
            LocalDate before = days.of(turns.getFirst().from().minus(Duration.ofDays(3)));
            for (Instant moment = turns.getFirst().from().minus(Duration.ofDays(3));
                    moment.isBefore(end);
                    moment = moment.plus(Duration.ofMinutes(15))) {
                LocalDate day = days.of(moment);
                assertThat(day).as("seed %d at %s", seed, moment).isBetween(before, before.plusDays(1));
                assertThat(days.startOf(day)).as("seed %d at %s", seed, moment).isBeforeOrEqualTo(moment);
                assertThat(days.startOf(day.plusDays(1)))
                        .as("seed %d at %s", seed, moment)
                        .isAfter(moment);
                before = day;
            }
        }
    }
}
