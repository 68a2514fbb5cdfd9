package org.unknot.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;

/**
 * The steps of one exercise for one person, lowest first: easier forms below, then the start, then one thing more at a time.
 * Three comfortable days go one step up, a bad or eased day one step down (clinical.md §3: repeats, then hold to 60 seconds,
 * then range).
 */
record Ladder(List<Step> steps, int start) {

    /** A form with its dose, and what made it this one. */
    record Step(Exercise form, Dose dose, Kind kind) {}

    /** How a step differs from the start. */
    enum Kind {
        LESS,
        EASIER,
        START,
        MORE_REPEATS,
        LONGER_HOLD,
        HARDER
    }

    /** Two to four repeats loosen as much as more do (clinical.md §3). */
    private static final int REPETITIONS_AT_MOST = 4;

    /** A hold grows by this much at a time. Clinic default. */
    private static final int SECONDS_MORE = 15;

    /** From permitted forms, fullest first, and the harder form if that is permitted too. */
    static Ladder of(List<Exercise> forms, Optional<Exercise> harder) {
        List<Step> steps = new ArrayList<>();
        Exercise last = forms.getLast();
        if (!shortened(last.dose()).equals(last.dose())) {
            steps.add(new Step(last, shortened(last.dose()), Kind.LESS));
        }
        for (Exercise easier : forms.subList(1, forms.size()).reversed()) {
            steps.add(new Step(easier, easier.dose(), Kind.EASIER));
        }
        int start = steps.size();
        Exercise first = forms.getFirst();
        steps.add(new Step(first, first.dose(), Kind.START));
        addMore(steps, first);
        harder.ifPresent(form -> steps.add(new Step(form, form.dose(), Kind.HARDER)));
        return new Ladder(List.copyOf(steps), start);
    }

    /** Where the days so far lead. */
    Step after(List<DayKind> days) {
        int at = start;
        int comfortable = 0;
        for (DayKind day : days) {
            switch (day) {
                case NOT_DONE, UNDECIDED -> {}
                case EASED, BAD -> {
                    at = Math.max(0, at - 1);
                    comfortable = 0;
                }
                case COMFORTABLE -> comfortable++;
            }
            if (comfortable == Course.COMFORTABLE_DAYS) {
                at = Math.min(steps.size() - 1, at + 1);
                comfortable = 0;
            }
        }
        return steps.get(at);
    }

    /** The shortest hold, once. */
    static Dose shortened(Dose dose) {
        return with(dose, dose.minSeconds(), 1);
    }

    private static void addMore(List<Step> steps, Exercise form) {
        Dose dose = form.dose();
        if (dose.repetitions() < REPETITIONS_AT_MOST) {
            dose = with(dose, dose.targetSeconds(), dose.repetitions() + 1);
            steps.add(new Step(form, dose, Kind.MORE_REPEATS));
        }
        while (dose.targetSeconds() < dose.maxSeconds()) {
            int longer = Math.min(dose.maxSeconds(), dose.targetSeconds() + SECONDS_MORE);
            dose = with(dose, longer, dose.repetitions());
            steps.add(new Step(form, dose, Kind.LONGER_HOLD));
        }
    }

    private static Dose with(Dose dose, int seconds, int repetitions) {
        return new Dose(
                dose.sides(),
                dose.minSeconds(),
                seconds,
                dose.maxSeconds(),
                dose.asAble(),
                repetitions,
                dose.timesADay(),
                dose.clinicDefaults());
    }
}
