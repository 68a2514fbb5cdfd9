package org.unknot.account;

/** A program asked for what only those who are signed in may have, or proved who it is too long ago: 401 on APIs. */
public final class SignInNeeded extends RuntimeException {

    public SignInNeeded() {
        super("Sign in first, or again.");
    }
}
