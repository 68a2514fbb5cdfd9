package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.unknot.heat.Course.End;
import org.unknot.heat.Course.Flag;
import org.unknot.heat.Course.How;
import org.unknot.shared.Answer;
import org.unknot.shared.PersonId;

/** A course that comes late is read by our clock and marked, never refused. */
class FactsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Wish WISH = new Wish(
            Way.PACK,
            20,
            Wish.QUESTIONS.stream().collect(Collectors.toMap(question -> question, question -> Answer.NO)));

    @Test
    void aPhoneThatIsThreeHoursAheadBeganWhenWeSayItDid() {
        Instant sent = NOW.plus(Duration.ofHours(3));
        Course course = course(sent.minus(Duration.ofMinutes(40)), sent.minus(Duration.ofMinutes(20)), sent);
        assertThat(course.startedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(40)));
        assertThat(course.offAt()).isEqualTo(NOW.minus(Duration.ofMinutes(20)));
        assertThat(course.flags()).containsExactlyInAnyOrder(Flag.OFFLINE, Flag.CLOCK);
    }

    @Test
    void aClockThatIsAMinuteOffIsNotWorthAMark() {
        Instant sent = NOW.plus(Duration.ofMinutes(1));
        assertThat(course(sent.minusSeconds(1200), sent, sent).flags()).containsExactly(Flag.OFFLINE);
    }

    @Test
    void aClockIsOffFromFiveMinutesOn() {
        for (int sign : new int[] {1, -1}) {
            Instant five = NOW.plus(Duration.ofMinutes(5L * sign));
            assertThat(course(five.minusSeconds(1200), five, five).flags()).containsExactly(Flag.OFFLINE);
            Instant more = five.plusSeconds(sign);
            assertThat(course(more.minusSeconds(1200), more, more).flags())
                    .containsExactlyInAnyOrder(Flag.OFFLINE, Flag.CLOCK);
        }
    }

    @Test
    void anEndIsNeverBeforeTheBeginningNorAfterNow() {
        Instant began = NOW.minus(Duration.ofMinutes(10));
        assertThat(course(began, began.minusSeconds(60), NOW).offAt()).isEqualTo(began);
        assertThat(Facts.ended(begun(20), new End(NOW.plusSeconds(60), How.TIME), NOW)
                        .offAt())
                .isEqualTo(NOW);
    }

    @Test
    void whatIsPastTheHardStopWarmedNoLonger() {
        Instant began = NOW.minus(Duration.ofMinutes(60));
        assertThat(course(began, began.plus(Duration.ofMinutes(40)), NOW).warmed())
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(course(began, began.plus(Duration.ofMinutes(4)), NOW).warmed())
                .isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aCourseFromTheFutureIsTakenAsNowAndMarked() {
        Course course = course(NOW.plus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(10)), NOW);
        assertThat(course.startedAt()).isEqualTo(NOW);
        assertThat(course.offAt()).isEqualTo(NOW);
        assertThat(course.flags()).contains(Flag.CLOCK);
    }

    @Test
    void heatThatStayedOnPastTheHardStopIsMarked() {
        Instant began = NOW.minus(Duration.ofMinutes(60));
        assertThat(course(began, began.plus(Duration.ofMinutes(21)), NOW).flags())
                .doesNotContain(Flag.TOO_LONG);
        assertThat(course(began, began.plus(Duration.ofMinutes(21)).plusSeconds(1), NOW)
                        .flags())
                .contains(Flag.TOO_LONG);
    }

    @Test
    void theSkinIsLookedAtHalfWayAndNeverLaterThanTenMinutesIn() {
        assertThat(begun(20).checkAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(begun(15).checkAt()).isEqualTo(NOW.plus(Duration.ofSeconds(450)));
    }

    @Test
    void aCourseRunsUntilItsHardStopAndNotInThatMoment() {
        Instant stop = NOW.plus(Duration.ofMinutes(20));
        assertThat(begun(20).runsAt(stop.minusNanos(1))).isTrue();
        assertThat(begun(20).runsAt(stop)).isFalse();
    }

    private static Course begun(int minutes) {
        return new Course(
                UUID.randomUUID(),
                new PersonId(UUID.randomUUID()),
                Way.PACK,
                minutes,
                NOW,
                Optional.empty(),
                Optional.empty(),
                java.util.List.of());
    }

    private static Course course(Instant began, Instant ended, Instant sent) {
        return new Facts(WISH, began, Optional.of(new End(ended, How.TIME)), Optional.empty(), Optional.of(sent))
                .course(UUID.randomUUID(), new PersonId(UUID.randomUUID()), NOW, false, false);
    }
}
