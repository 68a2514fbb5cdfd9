package org.unknot.account;

/** What a person can consent to. Each has reviewed words of its own, in versions. */
public enum ConsentAbout {
    /** Staff who treat or train the person read what the person told and did here. */
    CLINIC_SEES_RECORD,
    /** The clinic reminds the person by a {@link Channel}. */
    REMINDERS
}
