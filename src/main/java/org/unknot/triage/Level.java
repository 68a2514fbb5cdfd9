package org.unknot.triage;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** How soon a person needs somebody, most urgent first, and the most that each level permits (design.md §3). */
public enum Level {
    EMERGENCY_NOW(Set.of(), Duration.ofHours(1)),
    SAME_DAY(Set.of(Clearance.EASE), Duration.ofHours(12)),
    WITHIN_DAYS(Set.of(Clearance.EASE, Clearance.HEAT), Duration.ofHours(24)),
    CLINICIAN_ROUTINE(Set.of(Clearance.EASE, Clearance.HEAT, Clearance.STRETCHES), Duration.ofHours(48)),
    SELF_CARE(Set.of(Clearance.EASE, Clearance.HEAT, Clearance.STRETCHES), Duration.ofHours(48));

    private final Set<Clearance> permits;
    private final Duration recheckWithin;

    Level(Set<Clearance> permits, Duration recheckWithin) {
        this.permits = permits;
        this.recheckWithin = recheckWithin;
    }

    /** The word of addresses and message keys: {@code within-days}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When to ask again at the latest; clinical.md §2 has the first check on day 2 to 3. */
    public Duration recheckWithin() {
        return recheckWithin;
    }

    /** The most this level can clear; open questions and refusals take away from it, nothing adds to it. */
    public Set<Clearance> permits() {
        return permits;
    }

    public boolean moreUrgentThan(Level other) {
        return compareTo(other) < 0;
    }

    public boolean atLeastAsUrgentAs(Level other) {
        return compareTo(other) <= 0;
    }
}
