package org.unknot.account;

/** Somebody asked for a record that is not theirs, or is not known to us. Says nothing about whether the record exists. */
public final class AccessDenied extends RuntimeException {

    public AccessDenied() {
        super("This record is not open to the one who asks.");
    }
}
