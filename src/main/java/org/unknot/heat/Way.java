package org.unknot.heat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the back is warmed with; the words are those of content/heat. */
public enum Way {
    PACK,
    SHOWER,
    BATH;

    /** As in addresses, the API and content/heat: {@code pack}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Warm water makes blood pressure fall when one gets up (docs/clinical/sources.md#heat). */
    public boolean inWater() {
        return this != PACK;
    }

    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
