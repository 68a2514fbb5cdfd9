package org.unknot.triage;

/** What a person may be offered: a supported position with slow breathing, heat and level walking, the stretches. */
public enum Clearance {
    EASE,
    HEAT,
    STRETCHES
}
