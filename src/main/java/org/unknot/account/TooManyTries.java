package org.unknot.account;

/** Tried too often from here, or just too many at once: to be tried again in a while, or in another way. */
public final class TooManyTries extends RuntimeException {

    public TooManyTries() {
        super("Too many tries for now.");
    }
}
