package org.unknot.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.unknot.exercise.ExerciseId;
import org.unknot.program.SessionReport.ItemOutcome;
import org.unknot.program.StepOutcome;
import org.unknot.program.StepOutcome.Kind;
import org.unknot.program.StepOutcome.Where;
import org.unknot.shared.PainScore;

/**
 * What a record says about each exercise of its script. Of several steps the worst counts: stopped for pain, then eased off,
 * then skipped, then done; of equals the later. An exercise of which nothing was done or said is not reported.
 */
final class Outcomes {

    private Outcomes() {}

    static List<ItemOutcome> of(Script script, SessionRecord run) {
        Map<String, Step> steps = ScriptSteps.byId(script);
        Map<String, StepOutcome> worst = new LinkedHashMap<>();
        for (int i = 0; i < run.events().size(); i++) {
            SessionRecord.Event event = run.events().get(i);
            if (isTakenBack(event, run.events().subList(i + 1, run.events().size()))) {
                continue;
            }
            Step step = event.step() == null ? null : steps.get(event.step());
            if (step == null || step.role() != Step.Role.HOLD && !alarming(event)) {
                continue;
            }
            StepOutcome outcome = outcome(event, step, run);
            if (outcome != null) {
                worst.merge(step.exercise(), outcome, Outcomes::worse);
            }
        }
        List<ItemOutcome> outcomes = new ArrayList<>();
        worst.forEach((exercise, outcome) -> outcomes.add(new ItemOutcome(new ExerciseId(exercise), outcome)));
        return outcomes;
    }

    /**
     * A tap on Stop ends the hold before the person has said why; what they then say counts instead of it. Going on with the
     * same step says that it was a slip of the hand.
     */
    private static boolean isTakenBack(SessionRecord.Event event, List<SessionRecord.Event> following) {
        if (event.type() != SessionRecord.Type.STOP || following.isEmpty()) {
            return false;
        }
        SessionRecord.Event next = following.getFirst();
        return (next.type() == SessionRecord.Type.STOP || next.type() == SessionRecord.Type.RESUME)
                && Objects.equals(next.step(), event.step());
    }

    /** Numbness or pain that spreads is told of every step, of rest and breathing too: it asks for a fresh look at the person. */
    private static boolean alarming(SessionRecord.Event event) {
        return event.type() == SessionRecord.Type.STOP
                && (event.reason() == OnStop.Reason.NUMB || event.reason() == OnStop.Reason.SPREADING);
    }

    private static @Nullable StepOutcome outcome(SessionRecord.Event event, Step step, SessionRecord run) {
        return switch (event.type()) {
            case STOP -> stopped(event, run);
            case EASIER -> new StepOutcome.EasedOff(new ExerciseId(easierThan(event, step)));
            case SKIP -> new StepOutcome.Skipped();
            case DONE -> new StepOutcome.Done();
            case START, PAUSE, RESUME, EXTEND, REPEAT, FINISH -> null;
        };
    }

    /** Where the pain was not said it is taken to be what it was before, or the middle of the scale. */
    private static StepOutcome stopped(SessionRecord.Event event, SessionRecord run) {
        Kind kind =
                event.reason() == null ? Kind.PAIN : Kind.valueOf(event.reason().name());
        PainScore pain = event.pain() != null ? event.pain() : run.before().orElse(new PainScore(5));
        return new StepOutcome.StoppedForPain(pain, event.where() == null ? Where.BACK : event.where(), kind);
    }

    private static String easierThan(SessionRecord.Event event, Step step) {
        String before = event.form() == null ? step.exercise() : event.form();
        List<Step> forms = ScriptSteps.forms(step);
        for (int i = 0; i + 1 < forms.size(); i++) {
            if (forms.get(i).exercise().equals(before)) {
                return forms.get(i + 1).exercise();
            }
        }
        return before;
    }

    private static StepOutcome worse(StepOutcome one, StepOutcome other) {
        if (one instanceof StepOutcome.StoppedForPain first && other instanceof StepOutcome.StoppedForPain second) {
            return rank(first) >= rank(second) ? first : second;
        }
        return severity(one) > severity(other) ? one : other;
    }

    private static int severity(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.StoppedForPain stopped -> 3;
            case StepOutcome.EasedOff eased -> 2;
            case StepOutcome.Skipped skipped -> 1;
            case StepOutcome.Done done -> 0;
        };
    }

    /** Numbness before spreading before pain; then the furthest place; then how much. */
    private static int rank(StepOutcome.StoppedForPain stopped) {
        int kind = switch (stopped.kind()) {
            case NUMB -> 2;
            case SPREADING -> 1;
            case PAIN, TIRED, OTHER -> 0;
        };
        return kind * 1000 + stopped.where().ordinal() * 100 + stopped.pain().value();
    }
}
