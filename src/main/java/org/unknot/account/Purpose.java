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
    /** Sign-in, sessions, links and carers of the account itself. */
    ACCOUNT,
    CONSENT,
    /** Who looked at the record, and when. */
    TRAIL,
    EXPORT,
    ERASURE,
    /** Which roles the person has in the clinic. */
    ROLES,
    /** Who of the staff treats the person or leads their class. */
    TEAM
}
