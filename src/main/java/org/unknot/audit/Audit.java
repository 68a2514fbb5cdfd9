package org.unknot.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * Who read or changed whose record, when and why; never what was in it. Entries are only added. Each carries the hash of the
 * one before it in the same person's chain, so that a changed or missing entry shows, and the head of the chain is kept beside
 * it, so that a missing last one shows too; chains of two people never wait for each other.
 */
@Component
public class Audit {

    /** What a page of the trail holds at most. */
    public static final int MOST_AT_ONCE = 200;

    private static final int LONGEST_REASON = 500;
    private static final int CHAINS_BEGUN_BY_DENIALS_A_DAY = 1000;
    private static final int SAME_DENIALS_AN_HOUR = 5;
    private static final int DENIALS_OF_ONE_AN_HOUR = 20;
    private static final int DENIALS_AN_HOUR = 100;

    private final Entries entries;
    private final Now now;
    private final RateLimit chainsBegunByDenials;
    private final RateLimit sameDenials;
    private final RateLimit denialsOfOne;
    private final RateLimit denials;

    Audit(Entries entries, Now now, RateLimits limits) {
        this.entries = entries;
        this.now = now;
        chainsBegunByDenials = limits.of(CHAINS_BEGUN_BY_DENIALS_A_DAY, Duration.ofDays(1));
        sameDenials = limits.of(SAME_DENIALS_AN_HOUR, Duration.ofHours(1));
        denialsOfOne = limits.of(DENIALS_OF_ONE_AN_HOUR, Duration.ofHours(1));
        denials = limits.of(DENIALS_AN_HOUR, Duration.ofHours(1));
    }

    /** What was done or tried. */
    public enum Action {
        READ,
        CHANGE,
        EXPORT,
        PRINT,
        SIGN_IN,
        SIGN_OUT,
        /** A role, a relationship, a consent, a link: from now on somebody may do what they could not. */
        ACCESS_GIVEN,
        /** Read without a relationship, for a reason that the owner and the person see. */
        BREAK_GLASS
    }

    /** Adds an entry in the caller's transaction: what is undone was not done. */
    @Transactional
    public void record(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {
        entries.append(subject, now.instant(), actor, action, purpose, true, null);
    }

    /**
     * The same with the actor's own words, which the person and the owner can read; {@link Action#BREAK_GLASS} needs them.
     *
     * @param reason one to 500 letters in one line, for example "Called from the emergency department"
     */
    @Transactional
    public void record(Optional<PersonId> actor, PersonId subject, Action action, String purpose, String reason) {
        entries.append(subject, now.instant(), actor, action, purpose, true, stated(reason));
    }

    private static String stated(String reason) {
        String words = reason.strip();
        boolean oneLine = words.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_REASON || !oneLine) {
            throw new BadInput("reason", "1 to 500 letters in one line", "Called from the emergency department");
        }
        return words;
    }

    /**
     * Adds an entry for what was refused. What strangers can make us write is bounded, so that nobody's trail grows without end and
     * nobody waits in line behind them: about one person in an hour the same refusal five times, one actor's twenty, those of all who
     * are nobody twenty together, and a hundred in all; and a thousand new chains a day. What is beyond that is counted.
     *
     * @param actor empty for whoever we do not know
     */
    @Transactional
    public void recordDenial(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {
        if (room(actor.map(PersonId::toString).orElse(""), subject, action + purpose)) {
            entries.append(subject, now.instant(), actor, action, purpose, false, null);
        } else {
            countDenial(action, purpose);
        }
    }

    /** Who is nobody takes nothing from those whom we know: a flood of them hides no colleague. */
    private boolean room(String who, PersonId subject, String what) {
        if (!entries.hasChain(subject)) {
            return chainsBegunByDenials.tryTake("");
        }
        String whose = subject.toString();
        return sameDenials.tryTake(who + whose + what)
                && denialsOfOne.tryTake(who + whose)
                && (who.isEmpty() || denials.tryTake(whose));
    }

    /** Only counts it, by day: a refusal that is about nobody's record. */
    @Transactional
    public void countDenial(Action action, String purpose) {
        entries.countDenial(now.today(), action, purpose);
    }

    /**
     * What happened to a person's record, newest first; for the person, and for whoever may look at the audit.
     *
     * @param before where the page before ended; empty for the newest
     * @param limit from 1 to {@link #MOST_AT_ONCE}
     */
    @Transactional(readOnly = true)
    public List<Entry> trail(PersonId subject, Optional<Cursor> before, int limit) {
        return entries.before(
                subject, before.map(Cursor::n).orElse(Long.MAX_VALUE), Math.clamp(limit, 1, MOST_AT_ONCE));
    }

    /** Every time since then that somebody broke the glass, or tried to; newest first. For the owner. */
    @Transactional(readOnly = true)
    public List<BrokenGlass> breakGlasses(Instant since, int limit) {
        return entries.brokenGlasses(since, Math.clamp(limit, 1, MOST_AT_ONCE));
    }

    /** What first does not fit in a person's chain; empty when all of it does. */
    @Transactional(readOnly = true)
    public Optional<Broken> broken(PersonId subject) {
        return entries.broken(subject);
    }

    /** What first does not fit in each chain where something does not. Reads every entry there is. */
    @Transactional(readOnly = true)
    public List<Broken> broken() {
        return entries.broken();
    }

    /**
     * One thing that was done or tried.
     *
     * @param n its number in the person's chain, from 1
     * @param actor who did it; empty where nobody known did
     * @param purpose a word of the module that asked, such as {@code PROGRAM}
     * @param allowed false where it was refused
     */
    public record Entry(
            long n,
            Instant at,
            Optional<PersonId> actor,
            Action action,
            String purpose,
            boolean allowed,
            Optional<String> reason) {

        /** To go on from here. */
        public Cursor cursor() {
            return new Cursor(n);
        }
    }

    /** A place in a person's chain: the number of the last entry that was seen. */
    public record Cursor(long n) {}

    /** A glass that was broken, and whose. */
    public record BrokenGlass(PersonId subject, Entry entry) {}

    /**
     * A place where a chain does not fit.
     *
     * @param entry its number in the person's chain, from 1
     */
    public record Broken(PersonId subject, long entry, How how) {}

    /** What happened to an entry: it was altered, taken away, or put in past the end that the chain knows of. */
    public enum How {
        CHANGED,
        REMOVED,
        ADDED
    }
}
