package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.Now;
import org.unknot.account.AccessDenied;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.MovementTag;
import org.unknot.program.SessionReport.ItemOutcome;
import org.unknot.program.StepOutcome.Kind;
import org.unknot.program.StepOutcome.StoppedForPain;
import org.unknot.program.StepOutcome.Where;
import org.unknot.shared.Answer;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;

/** Episodes, outcomes, locks and choices on a real database, as other modules meet them. */
@SpringBootTest(properties = "unknot.time-machine=true")
class ProgramsTests {

    private static final String BEND = "knee-to-chest";

    @Autowired
    private Programs programs;

    @Autowired
    private Happenings happenings;

    @Autowired
    private Avoidances avoidances;

    @Autowired
    private ProgramRows rows;

    @Autowired
    private Triage triage;

    @Autowired
    private Guests guests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Now now;

    @Test
    void whoeverToldNothingHasNoProgramAndNoEpisode() {
        Visitor guest = guest();

        assertThat(programs.today(guest)).isEmpty();
        assertThat(programs.allowedNow(person(guest)).exercises()).isEmpty();
        assertThat(programs.episode(guest)).isEmpty();
    }

    @Test
    void anEpisodeOpensWhenSomethingIsFirstClearedAndOnlyOnce() throws Exception {
        Visitor guest = cleared();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Optional<Program>>> asks = List.of(
                    () -> programs.today(guest),
                    () -> programs.today(guest),
                    () -> programs.today(guest),
                    () -> programs.today(guest));
            for (var asked : threads.invokeAll(asks)) {
                assertThat(asked.get().orElseThrow().day()).isZero();
            }
        }
        int opened = jdbc.sql("select count(*) from program.episode where person_id = ?")
                .param(person(guest).value())
                .query((row, n) -> row.getInt(1))
                .single();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void anEmergencyOpensNoEpisodeAndStillNamesWhomToCall() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        triage.answer(guest, Changes.of(new QuestionId("saddle-numb"), Answer.YES));

        Program program = programs.today(guest).orElseThrow();

        assertThat(program.episode()).isEmpty();
        assertThat(program.items()).isEmpty();
        assertThat(program.seeSomeone().map(Program.SeeSomeone::who)).contains("emergency");
    }

    @Test
    void theRevisionIsTheSameWhileNothingChanges() {
        Visitor guest = cleared();

        assertThat(programs.today(guest).orElseThrow().revision())
                .isEqualTo(programs.today(guest).orElseThrow().revision())
                .isEqualTo(programs.allowedNow(person(guest)).revision());
    }

    @Test
    void theSameReportTwiceIsOneAndALaterOneOfTheSameRecordCountsInstead() {
        Visitor guest = cleared();
        programs.today(guest);
        UUID record = UUID.randomUUID();
        SessionReport first = report(guest, record, new StepOutcome.Skipped(), Optional.empty());

        programs.report(first);
        programs.report(first);
        programs.report(report(
                guest,
                record,
                new StepOutcome.Done(),
                Optional.of(new SessionReport.After(SessionReport.Change.WORSE, new PainScore(4)))));

        History history = all(guest).history();
        assertThat(history.outcomes()).hasSize(1);
        assertThat(history.outcomes().getFirst().outcome()).isEqualTo(new StepOutcome.Done());
        assertThat(history.outcomes().getFirst().feltWorse()).isTrue();
        assertThat(programs.today(guest)
                        .orElseThrow()
                        .stopAt()
                        .map(limit -> limit.before().value()))
                .contains(4);
    }

    @Test
    void painThatSpreadsLocksItsDirectionAndHoldsEverythingButEaseUntilAnsweredAnew() {
        Visitor guest = cleared();
        programs.today(guest);

        programs.report(report(
                guest,
                UUID.randomUUID(),
                new StoppedForPain(new PainScore(5), Where.THIGH, Kind.SPREADING),
                Optional.empty()));

        Program held = programs.today(guest).orElseThrow();
        assertThat(held.items()).extracting(ProgramItem::id).containsExactly("ease");
        assertThat(held.hold()).isPresent();
        assertThat(programs.allowedNow(person(guest)).lockedTags())
                .contains(MovementTag.LUMBAR_FLEXION, MovementTag.LOADED_FLEXION);
        assertThat(programs.allowedNow(person(guest)).exercises())
                .extracting(ExerciseId::value)
                .doesNotContain(BEND);
    }

    @Test
    void painFurtherDownThanBeforeLocksEvenWhereNobodyCalledItSpreading() {
        Visitor guest = cleared();
        programs.today(guest);

        programs.report(report(
                guest,
                UUID.randomUUID(),
                new StoppedForPain(new PainScore(5), Where.HIP, Kind.PAIN),
                Optional.empty()));
        assertThat(all(guest).locks()).isEmpty();
        programs.report(report(
                guest,
                UUID.randomUUID(),
                new StoppedForPain(new PainScore(5), Where.THIGH, Kind.PAIN),
                Optional.empty()));

        assertThat(all(guest).locks()).hasSize(1);
    }

    @Test
    void aRecordWithoutAnyAnswersIsKeptAndBeginsTheEpisode() {
        Visitor guest = guest();

        programs.report(report(guest, UUID.randomUUID(), new StepOutcome.Done(), Optional.empty()));

        assertThat(programs.episode(guest)).isPresent();
        assertThat(all(guest).history().outcomes()).hasSize(1);
    }

    @Test
    void aChoiceHoldsUntilItIsRestored() {
        Visitor guest = cleared();

        programs.choose(guest, "walk", Choice.REFUSE);
        assertThat(programs.today(guest).orElseThrow().item("walk")).isEmpty();
        programs.choose(guest, "walk", Choice.RESTORE);
        assertThat(programs.today(guest).orElseThrow().item("walk")).isPresent();
    }

    @Test
    void aChoiceAboutWhatIsNotThereIsRefusedWithAnExample() {
        Visitor guest = cleared();

        assertThatThrownBy(() -> programs.choose(guest, "stretch:handstand", Choice.REFUSE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("stretch:knee-to-chest");
        assertThatThrownBy(() -> programs.choose(guest, "walk", Choice.SWAP)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Choice.of("explode")).isInstanceOf(BadInput.class);
    }

    @Test
    void whoIsBetterClosesTheEpisodeAndMayChangeTheirMind() {
        Visitor guest = cleared();
        EpisodeId episode = programs.today(guest).orElseThrow().episode().orElseThrow();

        programs.close(guest);
        programs.close(guest);
        Program closed = programs.today(guest).orElseThrow();
        assertThat(closed.closedAt()).isPresent();
        assertThat(closed.stretches()).isEmpty();
        assertThat(closed.item("walk")).isPresent();

        programs.reopen(guest);
        Program again = programs.today(guest).orElseThrow();
        assertThat(again.closedAt()).isEmpty();
        assertThat(again.episode()).contains(episode);
        assertThat(again.stretches()).isNotEmpty();
    }

    @Test
    void whatAClinicianForbidsStaysOutAsLongAsTheySaid() {
        Visitor guest = cleared();
        programs.today(guest);
        PersonId clinician = new PersonId(UUID.randomUUID());

        avoidances.forbid(
                person(guest),
                new Avoidance(
                        new Avoidance.Target.Movement(MovementTag.ROTATION),
                        "After your operation.",
                        clinician,
                        now.instant(),
                        Optional.of(now.today())));
        avoidances.forbid(
                person(guest),
                new Avoidance(
                        new Avoidance.Target.One(new ExerciseId(BEND)),
                        "Until last week.",
                        clinician,
                        now.instant(),
                        Optional.of(now.today().minusDays(1))));

        Program program = programs.today(guest).orElseThrow();
        assertThat(program.stretches())
                .extracting(stretch -> stretch.exercise().id().value())
                .doesNotContain("trunk-rotation", "trunk-rotation-small", "trunk-rotation-seated")
                .contains(BEND);
    }

    @Test
    void anOldScoreDoesNotBecomeNewByAnotherAnswer() {
        Visitor guest = cleared();
        programs.today(guest);
        triage.answer(guest, Changes.of(new QuestionId("vertigo"), Answer.NO));
        programs.today(guest);

        assertThat(all(guest).history().scores()).hasSize(1);
        programs.hurts(guest, new PainScore(6));
        assertThat(programs.today(guest)
                        .orElseThrow()
                        .stopAt()
                        .map(limit -> limit.stopAt().value()))
                .contains(8);
    }

    @Test
    void nobodyElseMayReadOrChangeAPlanAndErasingTakesEverything() {
        Visitor guest = cleared();
        programs.today(guest);
        programs.choose(guest, "walk", Choice.REFUSE);
        programs.report(report(guest, UUID.randomUUID(), new StepOutcome.Done(), Optional.empty()));
        Visitor stranger = Visitor.guest(new PersonId(UUID.randomUUID()));

        assertThatThrownBy(() -> programs.today(stranger)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> programs.choose(stranger, "walk", Choice.REFUSE))
                .isInstanceOf(AccessDenied.class);
        rows.erase(person(guest));
        assertThat(rows.export(person(guest)))
                .hasSize(9)
                .allMatch(kept -> kept.rows().equals("[]"));
    }

    private SessionReport report(Visitor guest, UUID record, StepOutcome outcome, Optional<SessionReport.After> after) {
        Instant at = now.instant().plus(Duration.ofSeconds(1));
        return new SessionReport(
                person(guest),
                record,
                at,
                Optional.of(new PainScore(2)),
                List.of(new ItemOutcome(new ExerciseId(BEND), outcome)),
                after);
    }

    private Happenings.All all(Visitor guest) {
        return happenings.of(
                person(guest),
                programs.episode(guest).map(Episode::id),
                org.unknot.calendar.Days.in(java.time.ZoneOffset.UTC));
    }

    private static PersonId person(Visitor guest) {
        return guest.person().orElseThrow();
    }

    private Visitor guest() {
        return guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
    }

    private Visitor cleared() {
        Visitor guest = guest();
        Answered.withNoToEverything(triage, guest, 2);
        return guest;
    }
}
