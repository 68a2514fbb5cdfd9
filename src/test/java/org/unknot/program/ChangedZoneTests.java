package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.Now;
import org.unknot.account.Gate;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.calendar.Days;
import org.unknot.calendar.Days.Turn;
import org.unknot.exercise.Catalogue;
import org.unknot.shared.PersonId;
import org.unknot.triage.Triage;

/**
 * Somebody in the middle of a day when the clinic's zone is changed keeps the day that they are on, and what they did on it. The
 * calendar is the test's own: other tests share the database, and their days must not move.
 */
@SpringBootTest(properties = "unknot.time-machine=true")
class ChangedZoneTests {

    private static final ZoneId EAST = ZoneId.of("Australia/Sydney");
    private static final ZoneId WEST = ZoneId.of("America/Los_Angeles");

    @Autowired
    private Triage triage;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Episodes episodes;

    @Autowired
    private Happenings happenings;

    @Autowired
    private Doings doings;

    @Autowired
    private Gate gate;

    @Autowired
    private Guests guests;

    @Autowired
    private Now real;

    private Days days = Days.in(EAST);
    private Instant at = Instant.EPOCH;
    private Visitor guest = Visitor.NOBODY;
    private Programs programs;

    @BeforeEach
    void somebodyInTheMorningOfTheirFirstDay() {
        Now now = new Now() {
            @Override
            public java.time.LocalDateTime now() {
                return java.time.LocalDateTime.ofInstant(at, days.zone());
            }

            @Override
            public LocalDate today() {
                return days.of(at);
            }

            @Override
            public Instant instant() {
                return at;
            }
        };
        programs = new Programs(triage, catalogue, episodes, happenings, doings, gate, now, () -> days);
        guest = guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        Answered.withNoToEverything(triage, guest, 4);
        // nine in the morning in Sydney of a day after the answers, which the real clock dates
        at = real.instant()
                .atZone(EAST)
                .toLocalDate()
                .plusDays(1)
                .atTime(9, 0)
                .atZone(EAST)
                .toInstant();
        assertThat(programs.today(guest)).isPresent();
    }

    @Test
    void westwardsTheirDayGoesOnWithWhatTheyDidOnIt() {
        LocalDate first = days.of(at);
        warmed();
        days = Days.of(EAST, List.of(new Turn(at, WEST)));

        assertThat(LocalDate.ofInstant(at, WEST))
                .as("there it is still the day before")
                .isBefore(first);
        assertThat(today().date()).isEqualTo(first);
        assertThat(today().day()).isZero();
        assertThat(programs.doneToday(guest)).containsEntry(Doing.Item.HEAT, Duration.ofMinutes(15));

        at = first.plusDays(1).atTime(9, 0).atZone(WEST).toInstant();
        assertThat(today().day()).as("one day later, not two").isEqualTo(1);
        assertThat(programs.doneToday(guest)).isEmpty();
    }

    @Test
    void eastwardsTheNextDayBeginsAndIsTheNext() {
        days = Days.in(WEST);
        at = at.plus(Duration.ofDays(1));
        LocalDate second = days.of(at);
        int before = today().day();
        warmed();
        days = Days.of(WEST, List.of(new Turn(at, EAST)));

        assertThat(today().date()).isEqualTo(second.plusDays(1));
        assertThat(today().day()).isEqualTo(before + 1);
        at = at.plus(Duration.ofDays(1));
        assertThat(today().day()).isEqualTo(before + 2);
    }

    @Test
    void aNightOfAnHourMoreOrLessIsOneNight() {
        ZoneId london = ZoneId.of("Europe/London");
        for (String changed : List.of("2026-10-25", "2026-03-29")) {
            LocalDate day = LocalDate.parse(changed);
            Episode episode = new Episode(
                    new EpisodeId(UUID.randomUUID()),
                    person(),
                    day.minusDays(1),
                    Instant.EPOCH,
                    java.util.Optional.empty());
            Days dates = Days.in(london);
            Instant lastMinute = dates.startOf(day.plusDays(1)).minusSeconds(60);
            assertThat(episode.day(dates.of(lastMinute))).isEqualTo(1);
            assertThat(episode.day(dates.of(lastMinute.plusSeconds(60)))).isEqualTo(2);
            assertThat(dates.of(dates.startOf(day).minusSeconds(1), LocalTime.MIDNIGHT))
                    .isEqualTo(day.minusDays(1));
        }
    }

    private Program today() {
        return programs.today(guest).orElseThrow();
    }

    private void warmed() {
        programs.did(new Doing(
                UUID.randomUUID(),
                person(),
                Doing.Item.HEAT,
                at.minus(Duration.ofMinutes(30)),
                Duration.ofMinutes(15)));
    }

    private PersonId person() {
        return guest.person().orElseThrow();
    }
}
