package org.unknot.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.MovementTag;
import org.unknot.shared.PersonId;

/**
 * A movement or an exercise that a clinician forbids this person.
 *
 * @param author who forbade it
 * @param until the last day on which it holds, for ever where empty
 */
public record Avoidance(Target target, String reason, PersonId author, Instant at, Optional<LocalDate> until) {

    /** What is forbidden: everything that asks for a movement, or one exercise. */
    public sealed interface Target {

        record Movement(MovementTag tag) implements Target {}

        /** Naming an offered exercise forbids every form of it; naming another form forbids that form alone. */
        record One(ExerciseId exercise) implements Target {}
    }

    boolean holdsOn(LocalDate date) {
        return until.isEmpty() || !date.isAfter(until.get());
    }
}
