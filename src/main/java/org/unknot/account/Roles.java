package org.unknot.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * What people are to the clinic. An owner gives and withdraws roles; both are rows with who and when. They are read again at
 * each decision, so a role that was withdrawn opens nothing from then on, in sessions that are open too.
 */
@Component
public class Roles {

    private final RolesGiven given;
    private final Gate gate;
    private final Now now;

    Roles(RolesGiven given, Gate gate, Now now) {
        this.given = given;
        this.gate = gate;
        this.now = now;
    }

    /** The person's roles just now; empty for patients and carers. */
    public Set<Role> of(PersonId person) {
        return given.of(person);
    }

    /** Everybody who has a role now, one entry for each role. */
    public List<Given> current() {
        return given.current();
    }

    /** All roles that the person ever had, newest first. */
    public List<Given> history(PersonId person) {
        return given.history(person);
    }

    /** Whether the clinic has an owner yet. */
    public boolean hasOwner() {
        return given.anybodyIs(Role.OWNER);
    }

    /**
     * Makes somebody the owner of a clinic that has none, without a link: for a clinic that is made as a whole.
     *
     * @throws AccessDenied where there is an owner already
     */
    @Transactional
    public void makeFirstOwner(PersonId person) {
        if (hasOwner()) {
            throw new AccessDenied();
        }
        giveAsInvited(Optional.empty(), person, Set.of(Role.OWNER));
    }

    /**
     * Gives a role; giving it twice changes nothing.
     *
     * @throws AccessDenied when the one who gives is no owner
     */
    @Transactional
    public void grant(Visitor by, PersonId person, Role role) {
        gate.mayGive(by, person, Purpose.ROLES);
        given.give(person, role, now.instant(), by.actor());
    }

    /**
     * Withdraws a role; withdrawing what is not there changes nothing.
     *
     * @throws AccessDenied when the one who withdraws is no owner
     * @throws BadInput for the last owner: then nobody could give roles any more
     */
    @Transactional
    public void withdraw(Visitor by, PersonId person, Role role) {
        gate.mayChange(by, person, Purpose.ROLES);
        if (role == Role.OWNER) {
            keepAnOwner(person);
        }
        given.withdraw(person, role, now.instant(), by.actor());
    }

    /** For whoever is about to take a person's account away altogether, in that transaction; refuses the last owner's. */
    @Transactional
    public void keepAnOwner(PersonId leaving) {
        if (given.holdersHeld(Role.OWNER).equals(Set.of(leaving))) {
            throw new BadInput("role", "another owner first, since this is the last one", "owner for a second person");
        }
    }

    /** For an invitation that is taken up: who invited was allowed to, at that time. Empty for the program's own first link. */
    @Transactional
    void giveAsInvited(Optional<PersonId> invitedBy, PersonId person, Set<Role> roles) {
        roles.forEach(role -> given.give(person, role, now.instant(), invitedBy));
    }

    /**
     * That somebody was given a role.
     *
     * @param by empty for the first owner
     * @param withdrawnBy empty while the role holds
     */
    public record Given(
            PersonId person,
            Role role,
            Instant at,
            Optional<PersonId> by,
            Optional<Instant> withdrawnAt,
            Optional<PersonId> withdrawnBy) {}
}
