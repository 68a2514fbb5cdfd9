package org.unknot.heat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.unknot.shared.PersonId;

/**
 * One course as it happened.
 *
 * @param end when and how it ended, as told; empty while it runs, or when nobody said
 * @param skin how the skin looked, as told last
 * @param flags what was noticed about a course that came late; a fact all the same
 */
public record Course(
        UUID id,
        PersonId person,
        Way way,
        int minutes,
        Instant startedAt,
        Optional<End> end,
        Optional<Skin> skin,
        List<Flag> flags) {

    public Course {
        flags = List.copyOf(flags);
    }

    /** When and how it ended. */
    public record End(Instant at, How how) {}

    /** Why a course ended. */
    public enum How {
        TIME,
        STOPPED,
        TOO_HOT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<How> of(String word) {
            return Arrays.stream(values())
                    .filter(how -> how.word().equals(word))
                    .findFirst();
        }
    }

    /** Pink that fades is fine; anything redder is not. */
    public enum Skin {
        FINE,
        RED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Skin> of(String word) {
            return Arrays.stream(values())
                    .filter(skin -> skin.word().equals(word))
                    .findFirst();
        }
    }

    /** What was noticed about a course that was done without a network. */
    public enum Flag {
        /** It began without asking the server. */
        OFFLINE,
        /** It began while the skin was to rest. */
        TOO_SOON,
        /** It went on past its hard stop. */
        TOO_LONG,
        /** A rule speaks against it. */
        REFUSED,
        /** The phone's clock was off, or its times cannot be. */
        CLOCK;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The hard stop. */
    public Instant endsAt() {
        return startedAt.plus(Duration.ofMinutes(minutes));
    }

    /** Half way, and never later than ten minutes in (docs/clinical/sources.md#J-heat). */
    public Instant checkAt() {
        return startedAt.plus(Duration.ofMinutes(minutes).dividedBy(2));
    }

    public boolean runsAt(Instant now) {
        return end.isEmpty() && now.isBefore(endsAt());
    }

    /** How long it was on, its hard stop at most. */
    public Duration warmed() {
        Duration on = Duration.between(startedAt, offAt().isBefore(endsAt()) ? offAt() : endsAt());
        return on.isNegative() ? Duration.ZERO : on;
    }

    /**
     * Whether it went on for as long as the shortest course and was not too hot (docs/clinical/sources.md#J-heat). A minute less
     * will do: the phone begins to count before the server has heard of it.
     */
    public boolean whole() {
        Duration least = Duration.ofMinutes(Wish.SHORTEST).minus(Facts.GRACE);
        return end.filter(it -> it.how() != How.TOO_HOT).isPresent() && warmed().compareTo(least) >= 0;
    }

    /** When the heat was off, as far as is known. */
    public Instant offAt() {
        return end.map(End::at).orElseGet(this::endsAt);
    }
}
