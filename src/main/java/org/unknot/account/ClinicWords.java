package org.unknot.account;

/** What the clinic says in its own words on pages of the account and below letters; each is empty where it says nothing. */
public interface ClinicWords {

    String onSignIn();

    /** Whom to ask about one's data. */
    String onPrivacy();

    String underLetters();
}
