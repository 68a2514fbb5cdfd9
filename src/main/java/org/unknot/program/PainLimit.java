package org.unknot.program;

import org.unknot.shared.PainScore;

/**
 * The score at which a movement ends, by the pain before starting (NPRS 0 to 10). From 0 to 3: stop at 4. From 4 to 6: stop
 * at 2 above. From 7: stop at any rise. Clinic default, clinical.md §3.
 */
public record PainLimit(PainScore before, PainScore stopAt) {

    /** From this score on only ease, breathing, heat and small moves are offered. */
    static final int SEVERE = 7;

    private static final int MILD = 3;
    private static final int STOP_WHEN_MILD = 4;
    private static final int RISE_WHEN_MODERATE = 2;
    private static final int MOST = 10;

    public static PainLimit from(PainScore before) {
        int score = before.value();
        int stop = score <= MILD
                ? STOP_WHEN_MILD
                : score < SEVERE ? score + RISE_WHEN_MODERATE : Math.min(MOST, score + 1);
        return new PainLimit(before, new PainScore(stop));
    }
}
