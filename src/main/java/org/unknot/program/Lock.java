package org.unknot.program;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.unknot.exercise.Direction;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.MovementTag;

/**
 * A direction that made pain spread further down the leg or brought numbness, and is not offered again in this episode
 * (clinical.md §3, direction rule).
 *
 * @param record the record that told us
 */
public record Lock(Direction direction, UUID record, Instant at) {

    /** The movements that a direction asks for; dropped from a running session when the direction locks. */
    public static Set<MovementTag> tags(Direction direction) {
        return switch (direction) {
            case FLEXION -> Set.of(MovementTag.LUMBAR_FLEXION, MovementTag.LOADED_FLEXION);
            case EXTENSION -> Set.of(MovementTag.LUMBAR_EXTENSION, MovementTag.END_RANGE_EXTENSION);
            case ROTATION -> Set.of(MovementTag.ROTATION);
            case NEUTRAL -> Set.of();
        };
    }

    /** Whether an exercise takes the back this way, by its direction or by a movement in it. */
    static boolean takes(Exercise exercise, Direction direction) {
        return exercise.direction() == direction || tags(direction).stream().anyMatch(exercise.tags()::contains);
    }
}
