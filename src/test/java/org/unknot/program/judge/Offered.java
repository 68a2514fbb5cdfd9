package org.unknot.program.judge;

import java.util.List;

/** Something that a program offers, in plain words. */
public sealed interface Offered {

    /** A position to rest or sleep in; {@code lying} is back, side, belly or standing. */
    record Resting(boolean atNight, String lying) implements Offered {}

    record Warmth(int minutes) implements Offered {}

    record Walking(int minutes) implements Offered {}

    /** A change of posture, or quiet minutes. */
    record Pause() implements Offered {}

    /** A movement with everything one may step down to, by exercise id. */
    record Movement(String head, String form, int seconds, int repetitions, List<String> easier) implements Offered {}
}
