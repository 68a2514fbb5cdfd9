package org.unknot.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.unknot.calendar.Days;
import org.unknot.shared.PainScore;
import org.unknot.triage.Triaged;

/**
 * Everything about a person that today's program follows from; the same situation and content always give the same program.
 *
 * @param episode empty where nothing was ever cleared
 * @param at now, and in the person's own local time
 * @param locks directions that made pain spread in this episode
 * @param avoidances what clinicians forbid, whether or not it holds today
 * @param choices in the order in which they were made
 */
record Situation(
        Triaged triaged,
        Optional<Episode> episode,
        Instant at,
        Days days,
        History history,
        List<Lock> locks,
        List<Avoidance> avoidances,
        List<Chosen> choices) {

    /** A choice about one item. */
    record Chosen(String item, Choice choice) {}

    Situation {
        locks = List.copyOf(locks);
        avoidances = List.copyOf(avoidances);
        choices = List.copyOf(choices);
    }

    /** By the clock on the wall. */
    LocalTime time() {
        return LocalTime.ofInstant(at, days.zone());
    }

    LocalDate today() {
        return days.of(at);
    }

    int day() {
        return episode.map(opened -> opened.day(today())).orElse(0);
    }

    /** The pain now: the last score of the last 24 hours, which is as long as one holds (clinic default). */
    Optional<PainScore> pain() {
        return history.lastScoreSince(at.minus(History.SCORE_HOLDS));
    }

    /** Whether answers are too old, or something happened since that puts them in doubt. */
    boolean recheckDue() {
        return !at.isBefore(triaged.verdict().recheckAt()) || spreadSinceAnswered();
    }

    boolean spreadSinceAnswered() {
        return locks.stream().anyMatch(lock -> lock.at().isAfter(triaged.at()));
    }
}
