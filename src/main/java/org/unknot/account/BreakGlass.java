package org.unknot.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * Opens a record to a clinician in an emergency, without relationship or consent, for an hour and for a stated reason. The
 * person sees it in their trail and is written to, the owner sees it in a list.
 */
@Component
public class BreakGlass {

    /** How long the record stays open. */
    public static final Duration OPEN = Duration.ofMinutes(60);

    private static final String CLINICAL = "CHART";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private final BrokenGlasses glasses;
    private final Roles roles;
    private final People people;
    private final Audit audit;
    private final Denials denials;
    private final Letters letters;
    private final Now now;

    BreakGlass(
            BrokenGlasses glasses, Roles roles, People people, Audit audit, Denials denials, Letters letters, Now now) {
        this.glasses = glasses;
        this.roles = roles;
        this.people = people;
        this.audit = audit;
        this.denials = denials;
        this.letters = letters;
        this.now = now;
    }

    /** Whether this visitor could break the glass at all: to show the form or not. */
    public boolean isFor(Visitor visitor) {
        return visitor.standing() instanceof Standing.SignedIn signedIn
                && signedIn.strongAt().isPresent()
                && AccessRules.mayBreakGlass(roles.of(signedIn.self()));
    }

    /**
     * Opens the person's record to the visitor for {@link #OPEN}.
     *
     * @param reason 10 to 500 letters in words that the person will read, for example "Called from the emergency department"
     * @throws AccessDenied for all but clinicians, and where there is no such person
     */
    @Transactional
    public void open(Visitor visitor, PersonId person, String reason) {
        PersonId self = visitor.actor().orElseThrow(AccessDenied::new);
        if (!isFor(visitor) || !people.hasAccount(person)) {
            denials.writeDown(visitor, person, Action.BREAK_GLASS, CLINICAL);
            throw new AccessDenied();
        }
        String words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw new BadInput("reason", "10 to 500 letters", "Called from the emergency department");
        }
        Instant at = now.instant();
        audit.record(visitor.actor(), person, Action.BREAK_GLASS, CLINICAL, words);
        if (!people.hasAccount(person)) {
            throw new AccessDenied(); // erased while we waited to write it down
        }
        glasses.add(person, self, words, at, at.plus(OPEN));
        letters.glassBroken(person, words);
    }

    /** Every time that somebody broke the glass of this person, newest first. For pages that have passed the gate. */
    public List<Broken> of(PersonId person) {
        return glasses.of(person);
    }

    /** One time. */
    public record Broken(PersonId person, PersonId by, String reason, Instant at, Instant until) {}
}
