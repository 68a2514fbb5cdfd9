package org.unknot.program;

import java.util.List;

/** What a day was for one exercise, or for all of them together. */
enum DayKind {
    /** Not done, or left out by choice. */
    NOT_DONE,
    /** Done, and how the next day was is not known yet; or it ended early for another reason than pain. */
    UNDECIDED,
    /** Went over to an easier form. */
    EASED,
    /** Done to the end, not worse after it, and not worse the next day. */
    COMFORTABLE,
    /** Stopped for pain, or worse by two or more the next day. */
    BAD;

    static DayKind of(List<History.Outcome> outcomes, History.NextDay next) {
        List<History.Outcome> done = outcomes.stream()
                .filter(outcome -> !(outcome.outcome() instanceof StepOutcome.Skipped))
                .toList();
        if (done.isEmpty()) {
            return NOT_DONE;
        }
        if (next == History.NextDay.WORSE || done.stream().anyMatch(DayKind::stoppedForPain)) {
            return BAD;
        }
        if (done.stream().anyMatch(outcome -> outcome.outcome() instanceof StepOutcome.EasedOff)) {
            return EASED;
        }
        boolean toTheEnd = done.stream()
                .allMatch(outcome -> outcome.outcome() instanceof StepOutcome.Done && !outcome.feltWorse());
        return toTheEnd && next == History.NextDay.NOT_WORSE ? COMFORTABLE : UNDECIDED;
    }

    private static boolean stoppedForPain(History.Outcome outcome) {
        return outcome.outcome() instanceof StepOutcome.StoppedForPain stopped
                && switch (stopped.kind()) {
                    case PAIN, SPREADING, NUMB -> true;
                    case TIRED, OTHER -> false;
                };
    }
}
