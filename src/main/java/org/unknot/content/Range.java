package org.unknot.content;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a number may be, and what it is called: {@code new Range("hip flexion", -20, 130, "degrees")}. Both ends are allowed. Where a
 * file is outside, it is told the nearest value that would do.
 */
public record Range(String name, double min, double max, String unit) {

    public Range {
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "A range needs min <= max, for example -20 to 130; got: " + min + ", " + max);
        }
    }

    public boolean holds(double value) {
        return value >= min && value <= max;
    }

    /** The value itself, or the end of the range that is nearer to it. */
    public double nearest(double value) {
        return Math.clamp(value, min, max);
    }

    @Override
    public String toString() {
        return name + " from " + plain(min) + " to " + plain(max) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** As an author writes it: without an exponent, at most three decimals, none where there is nothing to say. */
    static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
