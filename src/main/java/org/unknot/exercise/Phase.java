package org.unknot.exercise;

/** The four stretches of road of an episode, in order; an exercise names the one from which it is offered. */
public enum Phase {
    SETTLE,
    MOVE,
    BUILD,
    KEEP
}
