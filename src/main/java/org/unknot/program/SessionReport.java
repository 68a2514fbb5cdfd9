package org.unknot.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unknot.exercise.ExerciseId;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/**
 * What {@code session} tells {@code program} about one finished run, in the transaction that stores the record.
 *
 * @param record id of the record, so that a repeated report changes nothing
 */
public record SessionReport(
        PersonId person,
        UUID record,
        Instant at,
        Optional<PainScore> painBefore,
        List<ItemOutcome> outcomes,
        Optional<After> after) {

    public SessionReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether anything was stopped because it hurt, went numb or spread, or was too much. */
    boolean stoppedForPain() {
        return outcomes.stream().anyMatch(item -> item.outcome() instanceof StepOutcome.StoppedForPain);
    }

    /** How one exercise of the run ended; the worst of its steps counts. */
    public record ItemOutcome(ExerciseId exercise, StepOutcome outcome) {}

    /** The two questions at the end. */
    public record After(Change change, PainScore pain) {}

    /** How it feels compared with before the run. */
    public enum Change {
        BETTER,
        SAME,
        WORSE
    }
}
