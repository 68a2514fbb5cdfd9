package org.unknot.exercise;

import java.util.Set;

/**
 * How much: the hold in seconds (at least, aim for, at most), how often it is repeated on each side, and how many times a day.
 *
 * @param sides whether it is done on both sides in turn or has no side
 * @param minSeconds 5 to 60
 * @param targetSeconds between min and max
 * @param maxSeconds at most 60 (clinical.md §3)
 * @param asAble hold as long as one can, rest, and repeat until {@code minSeconds} to {@code maxSeconds} have added up
 * @param repetitions 1 to 10 on each side
 * @param timesADay 1 to 3
 * @param clinicDefaults names of the values that the source does not give and the clinic chose
 */
public record Dose(
        Sides sides,
        int minSeconds,
        int targetSeconds,
        int maxSeconds,
        boolean asAble,
        int repetitions,
        int timesADay,
        Set<String> clinicDefaults) {

    /** Whether an exercise is done for the left and the right in turn. */
    public enum Sides {
        BOTH,
        NONE
    }

    public Dose {
        if (minSeconds < 5 || targetSeconds < minSeconds || maxSeconds < targetSeconds || maxSeconds > 60) {
            throw new IllegalArgumentException(
                    "A hold needs 5 <= min <= target <= max <= 60 seconds, for example 20, 30, 60; got: " + minSeconds
                            + ", " + targetSeconds + ", " + maxSeconds);
        }
        if (repetitions < 1 || repetitions > 10) {
            throw new IllegalArgumentException("Repetitions are 1 to 10, for example 2; got: " + repetitions);
        }
        if (timesADay < 1 || timesADay > 3) {
            throw new IllegalArgumentException("Times a day are 1 to 3, for example 2; got: " + timesADay);
        }
        clinicDefaults = Set.copyOf(clinicDefaults);
    }
}
