package org.unknot.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.Phase;

/**
 * How it has gone so far: the phase of the episode, and what each day was for each family of exercises.
 *
 * @param days by head of the family, oldest first
 */
record Course(Phase phase, Map<ExerciseId, List<DayKind>> days) {

    /** After so many comfortable days one thing goes up (clinical.md §3). */
    static final int COMFORTABLE_DAYS = 3;

    /** After so many bad days the exercise rests (clinical.md §3). */
    static final int BAD_DAYS = 2;

    private static final int MOVE_FROM_DAY = 2;
    private static final int BUILD_FROM_DAY = 7;
    private static final int KEEP_FROM_DAY = 14;
    private static final int KEEP_PAIN_AT_MOST = 2;

    static Course of(Situation situation, Repertoire repertoire) {
        History history = situation.history();
        Map<ExerciseId, List<DayKind>> days = new HashMap<>();
        int comfortable = 0;
        for (LocalDate day : history.activeDays()) {
            List<History.Outcome> outcomes = history.on(day);
            History.NextDay next = history.after(day);
            if (DayKind.of(outcomes, next) == DayKind.COMFORTABLE) {
                comfortable++;
            }
            for (Exercise head : repertoire.heads()) {
                List<History.Outcome> own = outcomes.stream()
                        .filter(outcome -> repertoire.belongs(outcome.exercise(), head))
                        .toList();
                days.computeIfAbsent(head.id(), none -> new ArrayList<>()).add(DayKind.of(own, next));
            }
        }
        return new Course(phase(situation, comfortable), days);
    }

    List<DayKind> daysOf(Exercise head) {
        return days.getOrDefault(head.id(), List.of());
    }

    /** Two bad days, without three comfortable ones between them, rest an exercise until a clinician has seen to it. */
    boolean rested(ExerciseId head) {
        int bad = 0;
        int comfortable = 0;
        for (DayKind day : days.getOrDefault(head, List.of())) {
            switch (day) {
                case NOT_DONE, UNDECIDED -> {}
                case EASED -> comfortable = 0;
                case BAD -> {
                    comfortable = 0;
                    bad++;
                }
                case COMFORTABLE -> comfortable++;
            }
            if (bad >= BAD_DAYS) {
                return true;
            }
            if (comfortable >= COMFORTABLE_DAYS) {
                bad = 0;
                comfortable = 0;
            }
        }
        return false;
    }

    boolean anyRested() {
        return days.keySet().stream().anyMatch(this::rested);
    }

    /**
     * Settle for two days and whenever pain is 7 or more or unknown; then move; build from day 7 once three days were
     * comfortable; keep from day 14 when pain is 2 or less as well. Clinic default: nobody has tested where the borders lie.
     */
    private static Phase phase(Situation situation, int comfortableDays) {
        int day = situation.day();
        boolean severeOrUnknown = situation
                .pain()
                .filter(score -> score.value() < PainLimit.SEVERE)
                .isEmpty();
        if (severeOrUnknown || day < MOVE_FROM_DAY) {
            return Phase.SETTLE;
        }
        if (day < BUILD_FROM_DAY || comfortableDays < COMFORTABLE_DAYS) {
            return Phase.MOVE;
        }
        boolean little = situation
                .pain()
                .filter(score -> score.value() <= KEEP_PAIN_AT_MOST)
                .isPresent();
        return day >= KEEP_FROM_DAY && little ? Phase.KEEP : Phase.BUILD;
    }
}
