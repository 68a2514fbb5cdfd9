package org.unknot.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unknot.triage.Answering.id;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.account.AccessDenied;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;

/** Answers are kept row by row behind the gate and judged in the transaction that stores them. */
@SpringBootTest(properties = "unknot.time-machine=true")
class TriageTests {

    @Autowired
    private Triage triage;

    @Autowired
    private Guests guests;

    @Autowired
    private TriageRuns runs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeMachine time;

    @Test
    void anotherAnswerDoesNotMakeTheDangerAnswersYounger() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        Triaged first =
                triage.answer(guest, Changes.of(id("saddle-numb"), Answer.NO)).orElseThrow();
        time.shiftBy(java.time.Duration.ofHours(3));
        Triaged later =
                triage.answer(guest, Changes.of(id("worse-bending"), Answer.NO)).orElseThrow();
        assertThat(later.verdict().recheckAt()).isEqualTo(first.verdict().recheckAt());
        Triaged checked =
                triage.answer(guest, Changes.of(id("saddle-numb"), Answer.NO)).orElseThrow();
        assertThat(checked.verdict().recheckAt()).isAfter(first.verdict().recheckAt());
        assertThat(triage.current(guest)).contains(checked);
        time.reset();
    }

    @Test
    void answersAddUpAndEachStepIsKept() {
        Visitor guest = guest();
        assertThat(triage.answer(guest, Changes.of(id("trauma"), Answer.NO))).isEmpty();
        assertThat(triage.current(guest)).isEmpty();
        triage.answer(guest, Changes.ofAge(35));
        Triaged triaged =
                triage.answer(guest, Changes.of(id("saddle-numb"), Answer.YES)).orElseThrow();

        assertThat(triaged.verdict().disposition().level()).isEqualTo(Level.EMERGENCY_NOW);
        assertThat(triaged.answers().no(id("trauma"))).isTrue();
        assertThat(triage.current(guest).orElseThrow().verdict()).isEqualTo(triaged.verdict());
        assertThat(levels(guest)).containsExactly("none", "CLINICIAN_ROUTINE", "EMERGENCY_NOW");
    }

    @Test
    void aNewAnswerTakesThePlaceOfAnOlderOne() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        triage.answer(guest, Changes.of(id("fever"), Answer.YES));
        Triaged triaged =
                triage.answer(guest, Changes.of(id("fever"), Answer.NO)).orElseThrow();

        assertThat(triaged.answers().to(id("fever"))).contains(Answer.NO);
    }

    @Test
    void nobodyAndSomebodyElseMayNeitherReadNorAnswer() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));

        Visitor gone = Visitor.guest(new PersonId(new UUID(1, 2)));

        assertThat(triage.current(Visitor.NOBODY)).isEmpty();
        assertThat(triage.current(gone)).isEmpty();
        assertThatThrownBy(() -> triage.answer(gone, Changes.ofAge(1))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aQuestionThatIsNotAskedIsRefusedAndStoresNothing() {
        Visitor guest = guest();
        assertThatThrownBy(() -> triage.answer(guest, Changes.of(id("nonsense"), Answer.YES)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(levels(guest)).isEmpty();
    }

    @Test
    void whoIsNotPregnantHasNoWeekOfPregnancy() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        Triaged triaged =
                triage.answer(guest, Changes.of(id("pregnant"), Answer.NO)).orElseThrow();

        assertThat(triaged.answers().no(id("pregnant-28"))).isTrue();
        assertThat(triaged.answers().no(id("pelvic-girdle"))).isTrue();
        assertThat(triaged.answers().to(id("osteoporosis"))).isEmpty();
    }

    @Test
    void theDaysGrowAndWhatIsTooOldMustBeToldAnew() {
        Visitor guest = guest();
        Map<QuestionId, Answer> no = new HashMap<>(Answering.everything(Answer.NO));
        Triaged first = triage.answer(
                        guest,
                        new Changes(
                                Optional.of(35), Optional.empty(), Optional.of(1), Optional.of(new PainScore(5)), no))
                .orElseThrow();
        assertThat(first.verdict().disposition().level()).isEqualTo(Level.SELF_CARE);
        assertThat(triage.recheckIsDue(triage.told(guest).orElseThrow())).isFalse();

        time.shiftBy(Duration.ofDays(3));

        assertThat(triage.current(guest).orElseThrow().answers().durationDays()).contains(4);
        assertThat(triage.recheckIsDue(triage.told(guest).orElseThrow())).isTrue();
        Triaged later =
                triage.answer(guest, Changes.of(id("trauma"), Answer.NO)).orElseThrow();
        assertThat(later.verdict().clearedFor()).isEmpty();
        assertThat(later.verdict().nextQuestion()).contains(id("blood-thinner-blow"));
        assertThat(later.answers().pain()).isEmpty();
        assertThat(later.answers().no(id("glaucoma"))).isTrue();
    }

    @Test
    void answersGivenOfflineCountFromWhenTheyWereGivenButNeverFromTheFuture() {
        Visitor guest = guest();
        Instant before = triage.answer(guest, Changes.ofAge(35)).orElseThrow().at();
        Instant future = before.plus(Duration.ofDays(400));

        assertThat(triage.answer(guest, Changes.ofAge(36), future).orElseThrow().at())
                .isBefore(future);
        assertThat(triage.answer(guest, Changes.ofAge(37), Instant.EPOCH)
                        .orElseThrow()
                        .at())
                .isAfterOrEqualTo(before);
    }

    @Test
    void postsAtTheSameTimeForgetNothing() throws Exception {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        List<QuestionId> lines = Prompts.dangerLines().map(Prompt::id).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Optional<Triaged>>> posts = lines.stream()
                    .<Callable<Optional<Triaged>>>map(line -> () -> triage.answer(guest, Changes.of(line, Answer.NO)))
                    .toList();
            for (Future<Optional<Triaged>> post : threads.invokeAll(posts)) {
                assertThat(post.get()).isPresent();
            }
        }
        assertThat(triage.current(guest).orElseThrow().answers().given().keySet())
                .containsAll(lines);
        assertThat(triage.current(guest).orElseThrow().verdict().clearedFor()).containsExactly(Clearance.EASE);
    }

    @Test
    void aPersonWhoIsErasedLeavesNoAnswers() {
        Visitor guest = guest();
        triage.answer(guest, Changes.ofAge(35));
        runs.erase(guest.person().orElseThrow());

        assertThat(levels(guest)).isEmpty();
    }

    private Visitor guest() {
        return guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
    }

    private List<String> levels(Visitor guest) {
        return jdbc.sql("select coalesce(level, 'none') from triage.run where person_id = ? order by at, id")
                .param(guest.person().orElseThrow().value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
