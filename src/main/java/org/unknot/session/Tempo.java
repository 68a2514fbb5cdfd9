package org.unknot.session;

/**
 * How long the seconds of a script are. A person's are as the dose says; a demonstration may shorten them, so that a whole
 * session can be watched in a minute. The player knows nothing of it.
 *
 * @param shortening 1 for real, up to 60
 */
record Tempo(int shortening) {

    static final Tempo REAL = new Tempo(1);

    Tempo {
        if (shortening < 1 || shortening > 60) {
            throw new IllegalArgumentException(
                    "unknot.script-shortening is 1 (real) to 60, for example 10; got: " + shortening);
        }
    }

    int seconds(int real) {
        return Math.max(1, real / shortening);
    }
}
