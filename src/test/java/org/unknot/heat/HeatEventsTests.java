package org.unknot.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.Now;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.heat.Course.End;
import org.unknot.heat.Course.How;
import org.unknot.program.Answered;
import org.unknot.shared.Answer;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Triage;

/** What follows from a course hears of it once: when it began, and when somebody said that it is over. */
@RecordApplicationEvents
@SpringBootTest(properties = "unknot.time-machine=true")
class HeatEventsTests {

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private Heat heat;

    @Autowired
    private Courses courses;

    @Autowired
    private Guests guests;

    @Autowired
    private Triage triage;

    @Autowired
    private Now now;

    @Autowired
    private TimeMachine time;

    private Visitor guest;
    private PersonId person;
    private final UUID id = HeatPhone.id();

    @BeforeEach
    void somebodyWhoMay() {
        guest = guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        person = guest.person().orElseThrow();
        Answered.withNoToEverything(triage, guest, 2);
    }

    @AfterEach
    void backToToday() {
        time.reset();
    }

    @Test
    void aCourseIsToldWhenItBeginsWithItsHardStop() {
        Course course = begun();
        heat.start(guest, id, wish(Answer.NO));
        heat.start(guest, HeatPhone.id(), wish(Answer.NO));
        assertThat(events.stream(HeatStarted.class))
                .containsExactly(new HeatStarted(
                        id, person, course.startedAt(), course.startedAt().plus(Duration.ofMinutes(20))));
        assertThat(events.stream(HeatFinished.class)).isEmpty();
    }

    @Test
    void oneThatMayNotStartIsNotTold() {
        assertThat(heat.start(guest, id, wish(Answer.UNSURE))).isInstanceOf(Heat.Start.Refused.class);
        assertThat(events.stream(HeatStarted.class)).isEmpty();
    }

    @Test
    void thatItIsOverIsToldOnceAndAgainOnlyWhenItCameOffLater() {
        Course course = begun();
        time.shiftBy(Duration.ofMinutes(25));
        Instant ends = course.endsAt();
        heat.finish(guest, id, How.TIME, ends);
        heat.finish(guest, id, How.TIME, ends);
        heat.finish(guest, id, How.STOPPED, ends);
        heat.finish(guest, id, How.TIME, ends.plus(Duration.ofMinutes(1)));
        Instant later = ends.plus(Duration.ofMinutes(3));
        heat.finish(guest, id, How.TIME, later);
        assertThat(events.stream(HeatFinished.class))
                .containsExactly(
                        new HeatFinished(id, person, ends, How.TIME), new HeatFinished(id, person, later, How.TIME));
    }

    @Test
    void oneThatWasStoppedStaysSo() {
        Course course = begun();
        time.shiftBy(Duration.ofMinutes(25));
        Instant stopped = course.startedAt().plus(Duration.ofMinutes(4));
        heat.finish(guest, id, How.STOPPED, stopped);
        heat.finish(guest, id, How.TIME, course.endsAt().plus(Duration.ofMinutes(3)));
        assertThat(events.stream(HeatFinished.class))
                .containsExactly(new HeatFinished(id, person, stopped, How.STOPPED));
    }

    @Test
    void whoComesBackAfterTheHardStopWithoutATimerHadItOffThen() {
        Course course = begun();
        time.shiftBy(Duration.ofMinutes(50));
        assertThat(heat.finish(guest, id, How.TIME).offAt()).isEqualTo(course.endsAt());
        assertThat(events.stream(HeatFinished.class))
                .extracting(HeatFinished::at)
                .containsExactly(course.endsAt());
    }

    @Test
    void theRestOfAnOldCourseDoesNotReachIntoALaterOne() {
        Course old = begun();
        time.shiftBy(Duration.ofMinutes(90));
        Heat.Start later = heat.start(guest, HeatPhone.id(), wish(Answer.NO));
        assertThat(later).isInstanceOf(Heat.Start.Begun.class);
        Instant late = old.startedAt().plus(Duration.ofMinutes(85));
        assertThat(heat.finish(guest, id, How.TIME, late).offAt()).isEqualTo(late);
    }

    @Test
    void theHourAfterOneWithoutANetworkCountsFromWhenItWasOff() {
        Instant began = now.instant().minus(Duration.ofMinutes(65));
        Instant ended = began.plus(Duration.ofMinutes(4));
        heat.takeIn(
                guest,
                id,
                new Facts(
                        wish(Answer.NO),
                        began,
                        Optional.of(new End(ended, How.STOPPED)),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(heat.start(guest, HeatPhone.id(), wish(Answer.NO))).isInstanceOf(Heat.Start.Begun.class);
    }

    @Test
    void theSkinRestsFromTheFirstMomentOfACourseToTheLastOfTheHourAfterIt() {
        Course course = begun();
        Instant rested = course.endsAt().plus(Duration.ofHours(1));
        Duration least = Duration.of(1, ChronoUnit.MICROS);
        assertThat(courses.restsAt(person, course.startedAt().minus(least))).isFalse();
        assertThat(courses.restsAt(person, course.startedAt())).isTrue();
        assertThat(courses.restsAt(person, rested.minus(least))).isTrue();
        assertThat(courses.restsAt(person, rested)).isFalse();
    }

    @Test
    void whatAPhoneMayGoByWithoutANetworkHoldsForADayAndNeverLongerThanTheAnswers() {
        assertThat(heat.standing(guest).goodUntil())
                .isBetween(
                        now.instant().plus(Duration.ofHours(23)), now.instant().plus(Duration.ofHours(24)));
        time.shiftBy(Duration.ofHours(30));
        Instant recheck = triage.current(person).orElseThrow().verdict().recheckAt();
        assertThat(recheck)
                .as("the answers hold for less than a day")
                .isBefore(now.instant().plus(Duration.ofHours(24)));
        assertThat(heat.standing(guest).goodUntil()).isEqualTo(recheck);
    }

    @Test
    void oneWithoutANetworkIsToldLateAndWhole() {
        Instant began = now.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        Instant ended = began.plus(Duration.ofMinutes(4));
        Facts facts = new Facts(
                wish(Answer.NO), began, Optional.of(new End(ended, How.STOPPED)), Optional.empty(), Optional.empty());
        heat.takeIn(guest, id, facts);
        heat.takeIn(guest, id, facts);
        assertThat(events.stream(HeatStarted.class)).extracting(HeatStarted::at).containsExactly(began);
        assertThat(events.stream(HeatFinished.class)).containsExactly(new HeatFinished(id, person, ended, How.STOPPED));
    }

    private Course begun() {
        if (heat.start(guest, id, wish(Answer.NO)) instanceof Heat.Start.Begun begun) {
            return begun.course();
        }
        throw new AssertionError("Nothing speaks against it, and it did not begin");
    }

    private static Wish wish(Answer pregnantAndAll) {
        Map<QuestionId, Answer> answers = new HashMap<>();
        for (QuestionId question : List.copyOf(Wish.QUESTIONS)) {
            answers.put(question, pregnantAndAll);
        }
        return new Wish(Way.PACK, 20, answers);
    }
}
