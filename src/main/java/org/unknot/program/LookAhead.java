package org.unknot.program;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unknot.exercise.Direction;
import org.unknot.shared.PainScore;
import org.unknot.triage.Triaged;
import org.unknot.triage.Verdict;

/** Works out tomorrow by the rules themselves: once as expected, and once for each thing that could come otherwise. */
final class LookAhead {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MOST = 10;

    private final Situation today;
    private final Repertoire repertoire;
    private final Program program;

    private LookAhead(Situation today, Repertoire repertoire) {
        this.today = today;
        this.repertoire = repertoire;
        this.program = Planning.plan(today, repertoire);
    }

    static Tomorrow from(Situation today, Repertoire repertoire) {
        return new LookAhead(today, repertoire).tomorrow();
    }

    private Tomorrow tomorrow() {
        Program expected = Planning.plan(with(today.pain(), List.of()), repertoire);
        List<Tomorrow.WouldChange> changes = new ArrayList<>();
        if (!today.recheckDue() && !tomorrowMorning().isBefore(recheckAt())) {
            changes.add(change("recheck"));
        }
        if (!expected.stretches().isEmpty()) {
            addIfOther(changes, expected, "worse", with(today.pain().map(this::worse), List.of()));
            addIfOther(changes, expected, "spread", with(today.pain(), List.of(aLock(expected))));
        }
        addIfOther(changes, expected, "severe", with(Optional.of(new PainScore(PainLimit.SEVERE)), List.of()));
        return new Tomorrow(expected, changes);
    }

    /** Everything of today done in comfort, and this score the next morning. */
    private Situation with(Optional<PainScore> pain, List<Lock> locks) {
        List<History.Outcome> outcomes = new ArrayList<>(today.history().outcomes());
        if (today.history().on(today.today()).isEmpty()) {
            program.stretches()
                    .forEach(stretch -> outcomes.add(
                            new History.Outcome(today.at(), stretch.exercise().id(), new StepOutcome.Done(), false)));
        }
        List<History.Score> scores = new ArrayList<>(today.history().scores());
        today.pain().ifPresent(score -> scores.add(new History.Score(today.at(), score)));
        pain.ifPresent(score -> scores.add(new History.Score(tomorrowMorning(), score)));
        List<Lock> all = new ArrayList<>(today.locks());
        all.addAll(locks);
        return new Situation(
                stillFresh(),
                today.episode(),
                tomorrowMorning(),
                today.days(),
                new History(outcomes, scores, today.days()),
                all,
                today.avoidances(),
                today.choices());
    }

    /** As if asked again with the same answers; where answers are due already, tomorrow waits for them as today does. */
    private Triaged stillFresh() {
        Triaged triaged = today.triaged();
        if (today.recheckDue()) {
            return triaged;
        }
        Verdict verdict = triaged.verdict();
        return new Triaged(
                triaged.id(),
                triaged.person(),
                triaged.at(),
                triaged.answers(),
                new Verdict(
                        verdict.disposition(),
                        verdict.clearedFor(),
                        verdict.nextQuestion(),
                        tomorrowMorning().plus(A_DAY)));
    }

    private Instant tomorrowMorning() {
        return today.today()
                .plusDays(1)
                .atTime(8, 0)
                .atZone(today.days().zone())
                .toInstant();
    }

    private Instant recheckAt() {
        return today.triaged().verdict().recheckAt();
    }

    private PainScore worse(PainScore score) {
        return new PainScore(Math.min(MOST, score.value() + History.WORSE_BY));
    }

    private Lock aLock(Program expected) {
        Direction direction = expected.stretches().getFirst().exercise().direction();
        return new Lock(direction, new UUID(0, 0), today.at());
    }

    private void addIfOther(List<Tomorrow.WouldChange> changes, Program expected, String rule, Situation otherwise) {
        Program other = Planning.plan(otherwise, repertoire);
        if (!items(other).equals(items(expected))) {
            changes.add(change(rule));
        }
    }

    private static List<String> items(Program program) {
        return program.items().stream()
                .map(item -> item instanceof ProgramItem.Stretch stretch
                        ? item.id() + stretch.exercise().id() + stretch.dose()
                        : item.id())
                .toList();
    }

    private static Tomorrow.WouldChange change(String rule) {
        return new Tomorrow.WouldChange(
                rule, Words.of("program.tomorrow.if-" + rule), Words.of("program.tomorrow.then-" + rule));
    }
}
