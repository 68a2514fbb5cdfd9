package org.unknot.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.Nobody;
import org.unknot.account.Standing.SharedLink;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * The one place that decides who may see or change a person's record. It allows only what it knows to be allowed: a guest
 * or a signed-in person their own record while it exists. Every decision is audited, a refusal even when the caller's work is undone.
 */
@Component
public class Gate {

    private final People people;
    private final Audit audit;

    Gate(People people, Audit audit) {
        this.people = people;
        this.audit = audit;
    }

    /**
     * Passes when the visitor may read the person's record.
     *
     * @throws AccessDenied when not, or when it cannot be decided
     */
    @Transactional
    public void mayRead(Visitor visitor, PersonId person, Purpose purpose) {
        decide(visitor, person, purpose, Action.READ);
    }

    /**
     * Passes when the visitor may change the person's record.
     *
     * @throws AccessDenied when not, or when it cannot be decided
     */
    @Transactional
    public void mayChange(Visitor visitor, PersonId person, Purpose purpose) {
        decide(visitor, person, purpose, Action.CHANGE);
    }

    private void decide(Visitor visitor, PersonId person, Purpose purpose, Action action) {
        if (allows(visitor, person)) {
            audit.record(visitor.actor(), person, action, purpose.name());
        } else {
            audit.recordDenial(visitor.actor(), person, action, purpose.name());
            throw new AccessDenied();
        }
    }

    private boolean allows(Visitor visitor, PersonId person) {
        return switch (visitor.standing()) {
            case Nobody nobody -> false;
            case Guest guest -> visitor.person().filter(person::equals).isPresent() && people.isGuest(person);
            case SharedLink link -> false;
            case SignedIn signedIn -> signedIn.self().equals(person) && people.hasAccount(person);
        };
    }
}
