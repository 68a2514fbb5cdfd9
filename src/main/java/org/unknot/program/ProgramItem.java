package org.unknot.program;

import java.util.Optional;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;

/** One thing to do today, with the reason why it is there. */
public sealed interface ProgramItem {

    /** Stable within a person's day, such as {@code stretch:knee-to-chest}; swap, shorten and refuse name it. */
    String id();

    /** One plain sentence: why this is in today's program. */
    String why();

    /** A supported position with slow breathing; {@code position} names a file of content/ease. */
    record Ease(String id, String position, int seconds, String why) implements ProgramItem {}

    /** Warmth for 15 or 20 minutes. */
    record Heat(String id, int minutes, String why) implements ProgramItem {}

    /** A stretch in the form and dose for today; {@code insteadOf} names the fuller form it stands in for. */
    record Stretch(String id, Exercise exercise, Dose dose, Optional<ExerciseId> insteadOf, String why)
            implements ProgramItem {}

    /** A walk on level ground. */
    record Walk(String id, int minutes, String why) implements ProgramItem {}

    /** How to lie tonight; {@code position} names a file of content/sleep. */
    record Sleep(String id, String position, String why) implements ProgramItem {}

    /** A change of posture every so many minutes, 30 to 60. */
    record Breaks(String id, int everyMinutes, String why) implements ProgramItem {}

    /** Quiet minutes, ten unless shortened. */
    record Quiet(String id, int minutes, String why) implements ProgramItem {}
}
