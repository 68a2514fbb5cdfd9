package org.unknot.program;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.unknot.shared.PersonId;

/**
 * Something of the plan besides the stretches that somebody had. The module that keeps it tells {@code program} in the transaction
 * that stores it, as {@code session} does with {@link SessionReport}.
 *
 * @param id of the course or of the minutes; told again with the same id the longer time counts
 * @param at when it was over, or begun, by our clock
 * @param lasted at most a day
 */
public record Doing(UUID id, PersonId person, Item item, Instant at, Duration lasted) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public Doing {
        if (lasted.isNegative() || lasted.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lasted: from nothing to a day, for example PT10M; got: " + lasted);
        }
    }

    /** Which item of the plan it is. */
    public enum Item {
        HEAT,
        QUIET;

        /** The id of the item in a program. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Item> of(String word) {
            return Arrays.stream(values())
                    .filter(item -> item.word().equals(word))
                    .findFirst();
        }
    }
}
