package org.unknot.exercise;

/** How the body lies, sits or stands at the start of an exercise. */
public enum Position {
    BACK,
    SIDE,
    BELLY,
    KNEELING,
    SITTING,
    STANDING
}
