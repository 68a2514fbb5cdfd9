package org.unknot.program;

import java.util.List;
import java.util.Optional;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;

/** One thing to do today, with the reason why it is there. */
public sealed interface ProgramItem {

    /** Stable within a person's day, such as {@code stretch:knee-to-chest}; swap, shorten and refuse name it. */
    String id();

    /** One plain sentence: why this is in today's program. */
    Words why();

    /** What it is called. */
    default Words title() {
        return this instanceof Stretch stretch
                ? Words.said(stretch.exercise().title())
                : Words.of("program.title." + id());
    }

    /** How much of it, or in which way. */
    default Words amount() {
        return switch (this) {
            case Ease ease -> Words.of("program.dose.seconds", ease.seconds());
            case Heat heat -> Words.of("program.dose.minutes", heat.minutes());
            case Stretch stretch -> Words.of(stretch.dose());
            case Walk walk -> Words.of("program.dose.minutes", walk.minutes());
            case Sleep sleep -> Words.of("program.sleep." + sleep.position());
            case Breaks breaks -> Words.of("program.dose.every", breaks.everyMinutes());
            case Quiet quiet -> Words.of("program.dose.minutes", quiet.minutes());
        };
    }

    /** Whether there is another form of it to swap to. */
    default boolean swappable() {
        return false;
    }

    /** Whether less of it is possible. */
    default boolean shortenable() {
        return true;
    }

    /** A supported position with slow breathing; {@code position} names a file of content/ease. */
    record Ease(String id, String position, int seconds, boolean swappable, Words why) implements ProgramItem {}

    /** Warmth for 15 or 20 minutes. */
    record Heat(String id, int minutes, Words why) implements ProgramItem {}

    /**
     * A stretch in the form and dose for today.
     *
     * @param insteadOf the fuller form it stands in for
     * @param easierForms what this person may step down to, easiest last; use these and never {@link Exercise#easier()}, whose
     *     forms may be blocked for them
     */
    record Stretch(
            String id,
            Exercise exercise,
            Dose dose,
            Optional<ExerciseId> insteadOf,
            List<Exercise> easierForms,
            boolean swappable,
            Words why)
            implements ProgramItem {

        public Stretch {
            easierForms = List.copyOf(easierForms);
        }
    }

    /** A walk on level ground. */
    record Walk(String id, int minutes, Words why) implements ProgramItem {}

    /** How to lie tonight; {@code position} names a file of content/sleep. */
    record Sleep(String id, String position, boolean swappable, Words why) implements ProgramItem {

        @Override
        public boolean shortenable() {
            return false;
        }
    }

    /** A change of posture every so many minutes, 30 to 60. */
    record Breaks(String id, int everyMinutes, Words why) implements ProgramItem {}

    /** Quiet minutes, ten unless shortened. */
    record Quiet(String id, int minutes, Words why) implements ProgramItem {}
}
