package org.unknot.account.web;

import java.util.UUID;

/** What the page about the people around somebody shows. */
public final class PeoplePage {

    private PeoplePage() {}

    /**
     * A relationship in words.
     *
     * @param person for the form that begins to act for them
     */
    public record Line(UUID id, UUID person, String name, String kind, String since) {}

    /** A link that nobody has accepted yet. */
    public record Open(UUID id, String kind, String until) {}
}
