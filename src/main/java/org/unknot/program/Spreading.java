package org.unknot.program;

import java.util.List;
import org.unknot.exercise.Direction;
import org.unknot.exercise.Exercise;
import org.unknot.program.StepOutcome.Where;

/**
 * Tells which directions a run has shown to spread the pain: it went numb or further down, by the person's own word or by where
 * it hurt compared with before (clinical.md §3, direction rule).
 */
final class Spreading {

    private Spreading() {}

    static List<Lock> locks(SessionReport report, Where furthestBefore, Repertoire repertoire) {
        return report.outcomes().stream()
                .filter(item ->
                        item.outcome() instanceof StepOutcome.StoppedForPain stopped && spread(stopped, furthestBefore))
                .map(SessionReport.ItemOutcome::exercise)
                // Rest and breathing go no way: that locks no movement, but the danger questions are due again.
                .map(exercise ->
                        repertoire.form(exercise).map(Exercise::direction).orElse(Direction.NEUTRAL))
                .distinct()
                .map((Direction direction) -> new Lock(direction, report.record(), report.at()))
                .toList();
    }

    private static boolean spread(StepOutcome.StoppedForPain stopped, Where furthestBefore) {
        return switch (stopped.kind()) {
            case SPREADING, NUMB -> true;
            case PAIN, OTHER -> stopped.where().compareTo(furthestBefore) > 0;
            case TIRED -> false;
        };
    }

    /** As far down as it already went: what they answered, and what they said in earlier runs. The hip is not yet the leg. */
    static Where furthest(Facts facts, History history) {
        Where told =
                facts.yes(Facts.BELOW_KNEE) ? Where.BELOW_KNEE : facts.yes(Facts.LEG_PAIN) ? Where.THIGH : Where.HIP;
        return history.outcomes().stream()
                .map(History.Outcome::outcome)
                .filter(StepOutcome.StoppedForPain.class::isInstance)
                .map(stopped -> ((StepOutcome.StoppedForPain) stopped).where())
                .reduce(told, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
}
