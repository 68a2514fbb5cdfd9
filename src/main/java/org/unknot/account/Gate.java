package org.unknot.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.Nobody;
import org.unknot.account.Standing.SharedLink;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * The one place that decides who may see or change a person's record. It allows only what a line of {@link AccessRules} allows
 * on what is on record at this moment, so a right that was taken back is gone at once. Every decision is audited, a refusal
 * even when the caller's work is undone.
 */
@Component
public class Gate {

    private final People people;
    private final Rights rights;
    private final ObjectProvider<LiveLinks> links;
    private final Audit audit;
    private final Denials denials;
    private final Now now;

    Gate(People people, Rights rights, ObjectProvider<LiveLinks> links, Audit audit, Denials denials, Now now) {
        this.people = people;
        this.rights = rights;
        this.links = links;
        this.audit = audit;
        this.denials = denials;
        this.now = now;
    }

    /**
     * Passes when the visitor may read the person's record.
     *
     * @throws AccessDenied when not, or when it cannot be decided
     */
    @Transactional
    public void mayRead(Visitor visitor, PersonId person, Purpose purpose) {
        decide(visitor, person, purpose, Action.READ, AccessRules::toRead);
    }

    /**
     * Passes when the visitor may change the person's record. From then on nobody else changes, erases or moves it until the
     * caller's transaction ends, and there must be one: a right that is given back before the change is made is none.
     *
     * @throws AccessDenied when not, or when it cannot be decided
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mayChange(Visitor visitor, PersonId person, Purpose purpose) {
        change(visitor, person, purpose, Action.CHANGE);
    }

    /** As {@link #mayChange}, for what lets somebody in: a role, a relationship, a consent, a link. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mayGive(Visitor visitor, PersonId person, Purpose purpose) {
        change(visitor, person, purpose, Action.ACCESS_GIVEN);
    }

    /** As {@link #mayRead} for {@link Purpose#EXPORT}: everything there is, in one file. */
    @Transactional
    public void mayExport(Visitor visitor, PersonId person) {
        decide(visitor, person, Purpose.EXPORT, Action.EXPORT, AccessRules::toRead);
    }

    /** As {@link #mayRead} for {@link Purpose#PRINT}: on paper it leaves our hands. */
    @Transactional
    public void mayPrint(Visitor visitor, PersonId person) {
        decide(visitor, person, Purpose.PRINT, Action.PRINT, AccessRules::toRead);
    }

    /**
     * For what the visitor may read the person's record just now, so that a page leaves out what it may not show. It reads nothing
     * and so is not audited: whoever then reads asks {@link #mayRead} for each part.
     */
    @Transactional(readOnly = true)
    public Set<Purpose> readable(Visitor visitor, PersonId person) {
        Grounds grounds = grounds(visitor, person);
        return Arrays.stream(Purpose.values())
                .filter(purpose -> AccessRules.toRead(grounds, purpose).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    /**
     * Decides twice. To write it down is to wait for one's turn in the person's chain; whoever had it before may have erased the
     * record or moved it, and what is written for somebody who is gone would be nobody's for ever. Strangers wait for nothing.
     */
    private void change(Visitor visitor, PersonId person, Purpose purpose, Action action) {
        decide(visitor, person, purpose, action, AccessRules::toChange);
        if (AccessRules.toChange(grounds(visitor, person), purpose).isEmpty()) {
            throw denied(visitor, person, purpose, action);
        }
    }

    private void decide(
            Visitor visitor,
            PersonId person,
            Purpose purpose,
            Action action,
            BiFunction<Grounds, Purpose, Optional<AccessRule>> table) {
        if (table.apply(grounds(visitor, person), purpose).isPresent()) {
            audit.record(visitor.actor(), person, action, purpose.name());
        } else {
            throw denied(visitor, person, purpose, action);
        }
    }

    private AccessDenied denied(Visitor visitor, PersonId person, Purpose purpose, Action action) {
        denials.writeDown(visitor, person, action, purpose.name());
        return new AccessDenied();
    }

    private Grounds grounds(Visitor visitor, PersonId person) {
        return switch (visitor.standing()) {
            case Nobody nobody -> Grounds.NONE;
            case Guest guest ->
                visitor.person().filter(person::equals).isPresent() && people.isGuest(person)
                        ? Grounds.guest()
                        : Grounds.NONE;
            case SharedLink shared ->
                links.stream().anyMatch(known -> known.opens(shared.link(), person)) ? Grounds.link() : Grounds.NONE;
            case SignedIn signedIn ->
                rights.between(signedIn.self(), signedIn.strongAt().isPresent(), person, now.instant(), now.today());
        };
    }
}
