package org.unknot.account.web;

/** What the page about who looked shows. */
public final class TrailPage {

    private TrailPage() {}

    /**
     * What happened, in a sentence.
     *
     * @param at in the clinic's time
     * @param reason the words of who opened it in an emergency, or empty
     * @param refused whether they tried in vain
     */
    public record Line(String at, String what, String reason, boolean refused, boolean emergency) {}
}
