package org.unknot.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.unknot.shared.PersonId;

/**
 * One spasm of one person: it opens on day 0, when something is first cleared for them; it closes when they say that they
 * are better; and it opens again when they change their mind.
 *
 * @param day0 the local date on which it opened
 */
public record Episode(EpisodeId id, PersonId person, LocalDate day0, Instant openedAt, Optional<Closing> closing) {

    /** That the person said they are better, and when. */
    public record Closing(Instant at) {}

    /** Days since day 0, never below 0. */
    public int day(LocalDate date) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(day0, date));
    }

    public boolean closed() {
        return closing.isPresent();
    }

    /** Answers given after it closed begin another episode; the same answers do not. */
    boolean endedBefore(Instant answeredAt) {
        return closing.filter(closed -> closed.at().isBefore(answeredAt)).isPresent();
    }
}
