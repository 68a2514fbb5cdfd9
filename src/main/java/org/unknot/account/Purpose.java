package org.unknot.account;

/** Why a person's record is read or changed; part of the audit. */
public enum Purpose {
    TRIAGE,
    PROGRAM,
    SESSION,
    HEAT,
    PRINT,
    ERASURE
}
