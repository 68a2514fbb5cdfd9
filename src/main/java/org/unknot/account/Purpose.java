package org.unknot.account;

/** Why a person's record is read or changed; part of the audit, and what a role opens or not. */
public enum Purpose {
    TRIAGE,
    PROGRAM,
    SESSION,
    HEAT,
    PRINT,
    /** The clinician's own notes about the person. */
    CHART,
    /** Name, e-mail, phone: what the front desk needs. */
    CONTACT,
    /** Sign-in, sessions and links of the account itself. */
    ACCOUNT,
    CONSENT,
    /** Who looked at the record, and when. */
    TRAIL,
    EXPORT,
    ERASURE
}
