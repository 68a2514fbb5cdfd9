package org.unknot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.moments.DayHasPassed;
import org.unknot.calendar.Days.Turn;

/** What is done once a day is done once for each day, by the clinic's clock, also when its zone is changed. */
class ClinicMomentsTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private final List<LocalDate> passed = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Days days = Days.in(LONDON);
    private final ClinicMoments moments = new ClinicMoments(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            event -> passed.add(((DayHasPassed) event).getDate()),
            () -> days,
            true);

    @Test
    void aDayPassesAtTheClinicsMidnight() {
        at("2026-11-22T23:59:59Z");
        assertThat(passed).isEmpty();
        at("2026-11-23T00:00:00Z");
        at("2026-11-23T00:00:05Z");
        assertThat(passed).containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void daysSleptThroughPassOneByOne() {
        at("2026-11-22T12:00:00Z");
        at("2026-11-25T09:00:00Z");
        assertThat(passed)
                .containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    }

    @Test
    void aChangeOfTheZoneLetsNoDayPassTwiceAndLosesNone() {
        now = Instant.parse("2026-11-22T22:00:00Z");
        days = Days.in(SYDNEY);
        moments.letDaysPass(); // Monday the 23rd there
        days = Days.of(SYDNEY, List.of(new Turn(now, LOS_ANGELES)));
        at("2026-11-22T23:00:00Z");
        at("2026-11-23T09:00:00Z"); // midnight in Los Angeles, after Sunday
        assertThat(passed).isEmpty();
        at("2026-11-24T08:00:00Z");
        assertThat(passed).containsExactly(LocalDate.of(2026, 11, 23));

        Instant back = now;
        days = Days.of(
                SYDNEY, List.of(new Turn(Instant.parse("2026-11-22T22:00:00Z"), LOS_ANGELES), new Turn(back, SYDNEY)));
        at("2026-11-24T08:00:05Z");
        at("2026-11-24T13:00:00Z");
        assertThat(passed).containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
    }

    @Test
    void aClockOfTheMachineThatIsSetBackMakesNoDayPassAgain() {
        at("2026-11-22T23:59:59Z");
        at("2026-11-23T00:00:01Z");
        at("2026-11-22T23:59:58Z");
        at("2026-11-23T00:00:02Z");
        assertThat(passed).containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void shiftedDaysPassOnTheWayAndComeAgainAfterAWayBack() {
        moments.shiftBy(Duration.ofDays(2));
        assertThat(moments.today()).isEqualTo(LocalDate.of(2026, 11, 24));
        moments.shiftBy(Duration.ofDays(-2));
        assertThat(moments.instant()).isEqualTo(now);
        moments.shiftBy(Duration.ofDays(1));
        assertThat(passed)
                .containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 22));
    }

    @Test
    void aListenerThatFailsIsNotAskedAgainForTheSameDay() {
        List<LocalDate> asked = new ArrayList<>();
        ClinicMoments failing = new ClinicMoments(
                Clock.fixed(now, ZoneOffset.UTC),
                event -> {
                    asked.add(((DayHasPassed) event).getDate());
                    throw new IllegalStateException("the disk is full");
                },
                () -> days,
                true);
        failing.letDaysPass();
        LocalDate today = failing.today();
        assertThatThrownBy(() -> failing.shiftBy(Duration.ofDays(1))).hasMessage("the disk is full");
        failing.letDaysPass();
        assertThat(asked).containsExactly(today);
    }

    @Test
    void afterAResetDaysPassAsTheyDoForEverybody() {
        moments.shiftBy(Duration.ofDays(2));
        moments.reset();
        assertThat(moments.instant()).isEqualTo(now);
        passed.clear();
        at("2026-11-23T00:00:00Z");
        assertThat(passed).containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void theClockOnTheWallIsThatOfTheClinic() {
        days = Days.in(SYDNEY);
        assertThat(moments.now()).isEqualTo(java.time.LocalDateTime.of(2026, 11, 22, 23, 0));
    }

    @Test
    void realTimeIsNotShifted() {
        ClinicMoments real = new ClinicMoments(Clock.systemUTC(), event -> {}, () -> days, false);
        assertThatThrownBy(() -> real.shiftBy(Duration.ofDays(1))).hasMessageContaining("unknot.time-machine");
    }

    private void at(String moment) {
        moments.letDaysPass();
        now = Instant.parse(moment);
        moments.letDaysPass();
    }
}
