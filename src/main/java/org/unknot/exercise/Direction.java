package org.unknot.exercise;

/** Which way an exercise takes the lower back; a direction that makes things worse is locked. See clinical.md §3. */
public enum Direction {
    FLEXION,
    EXTENSION,
    ROTATION,
    NEUTRAL
}
