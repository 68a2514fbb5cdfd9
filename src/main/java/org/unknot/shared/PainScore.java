package org.unknot.shared;

/** Pain now on the numeric rating scale (NPRS): 0 is none, 10 the worst imaginable. */
public record PainScore(int value) implements Comparable<PainScore> {

    public PainScore {
        if (value < 0 || value > 10) {
            throw new IllegalArgumentException("Pain is a whole number from 0 to 10, for example 6; got: " + value);
        }
    }

    @Override
    public int compareTo(PainScore other) {
        return Integer.compare(value, other.value);
    }
}
