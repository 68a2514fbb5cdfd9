package org.unknot.account;

/** The way by which somebody consents to be contacted. */
public enum Channel {
    /** For consents that are not about being contacted. */
    NONE,
    EMAIL,
    PHONE,
    PUSH
}
