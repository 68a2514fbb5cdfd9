package org.unknot.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.shared.PersonId;

/**
 * Implemented by each module that keeps rows about a person, so that a copy of the record holds every one of them, erasing
 * reaches every one, and none is left behind when a phone's plan goes to an account. Each method works in the caller's
 * transaction, after the gate was asked.
 */
public interface PersonalRows {

    /** Tables that hold such rows, as {@code schema.table}; a table that nobody names fails a test. */
    Set<String> tables();

    /** What each of the tables holds about the person. Leaves out only what would open a door: hashes of links and keys. */
    List<Kept> export(PersonId person);

    /**
     * Gives every row of one person to another, who may have rows of their own; nothing is lost.
     *
     * @param at now
     */
    void adopt(PersonId from, PersonId to, Instant at);

    /** What a key inside the rows is called, where it is the id of something that has words of its own: an answered question. */
    default Optional<String> named(String key) {
        return Optional.empty();
    }

    /** Removes every row about the person. */
    void erase(PersonId person);

    /**
     * Rows as they are kept.
     *
     * @param table as {@code schema.table}; the words for it are {@code account.export.<schema>-<table>}
     * @param rows a JSON array of objects, a row each, by column, the oldest first
     */
    record Kept(String table, String rows) {}
}
