package org.unknot.triage;

import java.util.Set;

/** How soon a person needs somebody, most urgent first, and the most that each level permits (design.md §3). */
public enum Level {
    EMERGENCY_NOW(Set.of()),
    SAME_DAY(Set.of(Clearance.EASE)),
    WITHIN_DAYS(Set.of(Clearance.EASE, Clearance.HEAT)),
    CLINICIAN_ROUTINE(Set.of(Clearance.EASE, Clearance.HEAT, Clearance.STRETCHES)),
    SELF_CARE(Set.of(Clearance.EASE, Clearance.HEAT, Clearance.STRETCHES));

    private final Set<Clearance> permits;

    Level(Set<Clearance> permits) {
        this.permits = permits;
    }

    /** The most this level can clear; open questions and refusals take away from it, nothing adds to it. */
    public Set<Clearance> permits() {
        return permits;
    }

    public boolean atLeastAsUrgentAs(Level other) {
        return compareTo(other) <= 0;
    }
}
