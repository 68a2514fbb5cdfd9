package org.unknot.heat;

import java.time.Instant;
import java.util.Optional;
import org.unknot.triage.Level;

/**
 * All that a rule about heat may look at. Rules read no clock, no database and no request.
 *
 * @param wish empty while nobody asked for a course yet; then only the rules that need no wish speak
 * @param level what triage last found; empty where it cannot judge, or its answers are too old
 * @param levelClears whether triage clears heat once the questions before heat are all answered with no
 * @param held whether the plan waits for new answers, because the pain spread
 * @param pregnant whether triage was told of a pregnancy
 * @param restsUntil until when the skin rests after the last course
 */
record Case(
        Optional<Wish> wish,
        Optional<Level> level,
        boolean levelClears,
        boolean held,
        boolean pregnant,
        Optional<Instant> restsUntil,
        Instant now) {

    boolean wishes(java.util.function.Predicate<Wish> what) {
        return wish.filter(what).isPresent();
    }

    boolean isPregnant() {
        return pregnant || wishes(asked -> asked.yes(Wish.PREGNANT));
    }
}
