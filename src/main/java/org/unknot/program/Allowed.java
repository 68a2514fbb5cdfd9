package org.unknot.program;

import java.util.Set;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.MovementTag;

/**
 * What a person may do right now, for the look back at a record that arrives: a form that is not in {@code exercises} is
 * flagged, never refused.
 *
 * @param exercises every form that today's rules permit, whether or not it is in today's program
 * @param lockedTags movements of the directions that are locked
 * @param revision of today's program; {@link #NOTHING} where there is none
 */
public record Allowed(Set<ExerciseId> exercises, Set<MovementTag> lockedTags, String revision) {

    /** The revision where nothing was ever cleared. */
    public static final String NOTHING = "none";

    public Allowed {
        exercises = Set.copyOf(exercises);
        lockedTags = Set.copyOf(lockedTags);
    }
}
