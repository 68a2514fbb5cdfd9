package org.unknot.program.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is true of an invented person, in plain words, before any rule has read it.
 *
 * @param sex female, male, other, or empty
 * @param answers question id to yes, no, unsure; what is not in it was not answered
 * @param level such as SELF_CARE
 * @param cleared EASE, HEAT, STRETCHES
 * @param open the next question that triage still has, or empty
 * @param painNow 0 to 10, empty where unknown
 * @param days what was done on which day of the episode
 * @param locked directions that made pain spread, such as flexion
 */
public record Told(
        int age,
        String sex,
        Map<String, String> answers,
        String level,
        Set<String> cleared,
        Optional<String> open,
        int day,
        Optional<Integer> painNow,
        boolean stale,
        boolean closed,
        List<Day> days,
        Set<String> locked,
        List<Forbidden> forbidden) {

    /**
     * One day with something done.
     *
     * @param scoreBefore the first pain score of that day
     * @param outcomes exercise id to done, eased, pain, tired, skipped
     */
    public record Day(int day, int scoreBefore, Map<String, String> outcomes) {}

    /** What a clinician forbids: a movement tag or an exercise id; {@code inForce} says whether it still holds today. */
    public record Forbidden(boolean isMovement, String what, boolean inForce) {}
}
