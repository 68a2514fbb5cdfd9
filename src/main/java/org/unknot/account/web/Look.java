package org.unknot.account.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.audit.Audit.Action;
import org.unknot.audit.Audit.Entry;
import org.unknot.shared.PersonId;

/**
 * What somebody did with a record at one go. One page that is opened leaves an entry for each part of the record on it; the person
 * wants to know who was there and what they saw, not how our pages are made.
 *
 * @param purposes what they saw or changed, the first one first
 * @param from when the first of the entries was made
 * @param until when the last was; the same where there is one
 */
record Look(
        Optional<PersonId> actor,
        Action action,
        boolean allowed,
        Optional<String> reason,
        Set<String> purposes,
        Instant from,
        Instant until) {

    /** After a longer time without a look, they have come back. */
    private static final Duration ONE_GO = Duration.ofMinutes(30);

    /** Nothing is left out: each entry is in one of them, and their order stays. */
    static List<Look> of(List<Entry> newestFirst) {
        List<Look> looks = new ArrayList<>();
        Entry later = null;
        for (Entry entry : newestFirst) {
            Look one = new Look(
                    entry.actor(),
                    entry.action(),
                    entry.allowed(),
                    entry.reason(),
                    Set.of(entry.purpose()),
                    entry.at(),
                    entry.at());
            looks.add(later != null && areOne(later, entry) ? looks.removeLast().since(one) : one);
            later = entry;
        }
        return looks;
    }

    /** Somebody's reason stands by itself: an emergency is never one of many lines. */
    static boolean areOne(Entry later, Entry earlier) {
        return later.actor().equals(earlier.actor())
                && later.action() == earlier.action()
                && later.allowed() == earlier.allowed()
                && later.reason().isEmpty()
                && earlier.reason().isEmpty()
                && later.action() != Action.BREAK_GLASS
                && Duration.between(earlier.at(), later.at()).compareTo(ONE_GO) <= 0;
    }

    private Look since(Look earlier) {
        Set<String> all = new LinkedHashSet<>(earlier.purposes);
        all.addAll(purposes);
        return new Look(actor, action, allowed, reason, all, earlier.from, until);
    }
}
