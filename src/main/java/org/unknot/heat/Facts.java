package org.unknot.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.unknot.heat.Course.End;
import org.unknot.heat.Course.Flag;
import org.unknot.heat.Course.Skin;
import org.unknot.shared.PersonId;

/**
 * A course as a phone tells it afterwards.
 *
 * @param startedAt by the phone's clock
 * @param sentAt by the same clock, so that what it is off by can be taken away; empty where it did not tell
 */
public record Facts(Wish wish, Instant startedAt, Optional<End> end, Optional<Skin> skin, Optional<Instant> sentAt) {

    /** Nobody takes the heat off in the very second of the alarm. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration CLOCK_MAY_BE_OFF = Duration.ofMinutes(5);

    /** By our clock; never later than now. */
    Instant startedAt(Instant now) {
        return ours(startedAt, now);
    }

    Course course(UUID id, PersonId person, Instant now, boolean tooSoon, boolean refused) {
        Set<Flag> flags = EnumSet.of(Flag.OFFLINE);
        if (tooSoon) {
            flags.add(Flag.TOO_SOON);
        }
        if (refused) {
            flags.add(Flag.REFUSED);
        }
        if (skew(now).abs().compareTo(CLOCK_MAY_BE_OFF) > 0
                || startedAt.minus(skew(now)).isAfter(now.plus(GRACE))) {
            flags.add(Flag.CLOCK);
        }
        Course begun = new Course(
                id, person, wish.way(), wish.minutes(), startedAt(now), Optional.empty(), skin, List.copyOf(flags));
        return end.map(told -> ended(begun, new End(ours(told.at(), now), told.how()), now))
                .orElse(begun);
    }

    /** With its end: never before it began, never after now; past the hard stop it is marked. */
    static Course ended(Course course, End told, Instant now) {
        Instant at = told.at().isAfter(now) ? now : told.at();
        at = at.isBefore(course.startedAt()) ? course.startedAt() : at;
        List<Flag> flags = new ArrayList<>(course.flags());
        if (at.isAfter(course.endsAt().plus(GRACE))) {
            flags.add(Flag.TOO_LONG);
        }
        return new Course(
                course.id(),
                course.person(),
                course.way(),
                course.minutes(),
                course.startedAt(),
                Optional.of(new End(at.truncatedTo(ChronoUnit.MICROS), told.how())),
                course.skin(),
                flags);
    }

    private Duration skew(Instant now) {
        return sentAt.map(sent -> Duration.between(now, sent)).orElse(Duration.ZERO);
    }

    private Instant ours(Instant phone, Instant now) {
        return ours(phone, sentAt, now);
    }

    /** A time by the phone's clock as ours would have told it; never later than now. */
    static Instant ours(Instant phone, Optional<Instant> sentAt, Instant now) {
        Duration skew = sentAt.map(sent -> Duration.between(now, sent)).orElse(Duration.ZERO);
        Instant ours = phone.minus(skew).truncatedTo(ChronoUnit.MICROS);
        return ours.isAfter(now) ? now : ours;
    }
}
