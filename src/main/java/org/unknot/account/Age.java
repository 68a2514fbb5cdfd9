package org.unknot.account;

/** What a person's age means for their consents; it is asked, and what nobody told is unknown. */
enum Age {
    UNKNOWN,
    UNDER_SIXTEEN,
    SIXTEEN_OR_OVER
}
