package org.unknot.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.unknot.calendar.Days;
import org.unknot.exercise.ExerciseId;
import org.unknot.shared.PainScore;

/**
 * What happened in this episode so far: what was done and how it ended, and how much it hurt when.
 *
 * @param scores every pain score that was told, in any order
 */
record History(List<Outcome> outcomes, List<Score> scores, Days days) {

    /** A score older than this says nothing about now. Clinic default. */
    static final Duration SCORE_HOLDS = Duration.ofHours(24);

    /** "The next day" is the next day with a score, when it is at most this many days later. Clinic default. */
    private static final int NEXT_DAY_WITHIN = 3;

    /** Worse by this much the next day steps down (clinical.md §3). */
    static final int WORSE_BY = 2;

    /** How one exercise of one run ended. {@code feltWorse} is what the person said after the run. */
    record Outcome(Instant at, ExerciseId exercise, StepOutcome outcome, boolean feltWorse) {}

    /** How much it hurt at a moment. */
    record Score(Instant at, PainScore pain) {}

    /** How the next day was, compared with the start of the day itself. */
    enum NextDay {
        UNKNOWN,
        NOT_WORSE,
        WORSE
    }

    History {
        outcomes = outcomes.stream().sorted(Comparator.comparing(Outcome::at)).toList();
        scores = scores.stream().sorted(Comparator.comparing(Score::at)).toList();
    }

    Optional<PainScore> lastScoreSince(Instant from) {
        return scores.reversed().stream()
                .filter(score -> !score.at().isBefore(from))
                .map(Score::pain)
                .findFirst();
    }

    /** Days on which anything was done, in order. */
    List<LocalDate> activeDays() {
        TreeSet<LocalDate> days = new TreeSet<>();
        outcomes.forEach(outcome -> days.add(dayOf(outcome.at())));
        return List.copyOf(days);
    }

    List<Outcome> on(LocalDate day) {
        return outcomes.stream()
                .filter(outcome -> dayOf(outcome.at()).equals(day))
                .toList();
    }

    /** The first score of a later day against the first of this day. */
    NextDay after(LocalDate day) {
        Optional<PainScore> before = firstScoreOn(day);
        for (int later = 1; later <= NEXT_DAY_WITHIN; later++) {
            Optional<PainScore> next = firstScoreOn(day.plusDays(later));
            if (next.isPresent()) {
                return before.map(score -> next.get().value() - score.value() >= WORSE_BY)
                        .map(worse -> worse ? NextDay.WORSE : NextDay.NOT_WORSE)
                        .orElse(NextDay.UNKNOWN);
            }
        }
        return NextDay.UNKNOWN;
    }

    private Optional<PainScore> firstScoreOn(LocalDate day) {
        return scores.stream()
                .filter(score -> dayOf(score.at()).equals(day))
                .map(Score::pain)
                .findFirst();
    }

    private LocalDate dayOf(Instant at) {
        return days.of(at);
    }
}
