package org.unknot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a clinic, one after the other, also where its time zone was changed: what was a Tuesday stays one, no date comes
 * twice and none is left out. A change towards the west makes the day on which it is made longer; one towards the east
 * makes it shorter. See docs/decisions/2611-days-of-the-clinic.md.
 */
public final class Days {

    private final List<Span> spans;

    private Days(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** That from a moment on the clock on the wall is that of another zone. */
    public record Turn(Instant from, ZoneId zone) {}

    /** How long one zone holds; {@code until} no longer belongs to it. */
    private record Span(Instant from, Instant until, ZoneId zone) {

        /** The date on the wall at that moment, or at the end of this span where that comes first. */
        LocalDate dateAt(Instant at, LocalTime begins) {
            ZonedDateTime local = (at.isBefore(until) ? at : until.minusNanos(1)).atZone(zone);
            return local.toLocalTime().isBefore(begins) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        }
    }

    /** Days of a zone that never changes. */
    public static Days in(ZoneId zone) {
        return new Days(List.of(new Span(Instant.MIN, Instant.MAX, zone)));
    }

    /** @param turns in the order of time */
    public static Days of(ZoneId first, List<Turn> turns) {
        List<Span> spans = new ArrayList<>();
        Instant from = Instant.MIN;
        ZoneId zone = first;
        for (Turn turn : turns) {
            if (!turn.zone().equals(zone)) {
                spans.add(new Span(from, turn.from(), zone));
                from = turn.from();
                zone = turn.zone();
            }
        }
        spans.add(new Span(from, Instant.MAX, zone));
        return new Days(spans);
    }

    /** The zone that holds now: for the clock on the wall, and for dates in lists. */
    public ZoneId zone() {
        return spans.getLast().zone();
    }

    /** The day that a moment belongs to. */
    public LocalDate of(Instant at) {
        return of(at, LocalTime.MIDNIGHT);
    }

    /**
     * The day that a moment belongs to, where a day begins later than at midnight. By the clock on the wall: to take hours off
     * the instant instead would be an hour wrong on the two nights a year when the clocks are changed.
     */
    public LocalDate of(Instant at, LocalTime begins) {
        LocalDate day = LocalDate.MIN;
        for (Span span : spans) {
            if (span.from().isAfter(at)) {
                break;
            }
            LocalDate its = span.dateAt(at, begins);
            if (its.isAfter(day)) {
                day = its;
            }
        }
        return day;
    }

    /** The first moment of a day; it ends where the next one starts. */
    public Instant startOf(LocalDate day) {
        for (Span span : spans) {
            Instant start = day.atStartOfDay(span.zone()).toInstant();
            if (start.isBefore(span.until())) {
                return start.isBefore(span.from()) ? span.from() : start;
            }
        }
        throw new IllegalStateException("The last zone has no end");
    }
}
