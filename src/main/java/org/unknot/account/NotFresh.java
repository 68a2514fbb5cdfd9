package org.unknot.account;

/** Somebody is signed in, but proved it too long ago for what they ask: they are asked to prove it again. */
public final class NotFresh extends RuntimeException {

    public NotFresh() {
        super("The proof is too old for this.");
    }
}
