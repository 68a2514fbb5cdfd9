package org.unknot.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * What people are to each other: carers, guardians, those who treat a person or lead their class. Each is a row with who, when
 * and until when; ended ones are kept, because they explain what was read while they held.
 */
@Component
public class Relationships {

    private static final Set<Role> TREAT =
            Set.of(Role.SOFT_TISSUE_OT, Role.EXERCISE_PHYSIOLOGIST, Role.PERSONAL_TRAINER);

    private final Ties ties;
    private final Roles roles;
    private final People people;
    private final Gate gate;
    private final Now now;

    Relationships(Ties ties, Roles roles, People people, Gate gate, Now now) {
        this.ties = ties;
        this.roles = roles;
        this.people = people;
        this.gate = gate;
        this.now = now;
    }

    /** Who is something to the person now: their carers, their team. */
    public List<Tie> of(PersonId person) {
        return ties.of(person, now.instant());
    }

    /** To whom this one is something now: the people in their care, "my patients", "my class". */
    public List<Tie> by(PersonId other) {
        return ties.by(other, now.instant());
    }

    /**
     * Adds a relationship, or gives the one that is there a new end. Carers are added by the person alone; who treats, by the
     * person, the front desk or the owner.
     *
     * @param other who is to be something to the person; for {@code TREATS} and {@code LEADS_CLASS} staff with a role for it
     * @param until empty: until somebody ends it
     * @throws AccessDenied when the one who adds may not
     */
    @Transactional
    public void add(Visitor by, PersonId person, PersonId other, Relationship kind, Optional<Instant> until) {
        gate.mayGive(by, person, purpose(kind));
        if (other.equals(person) || !people.hasAccount(other) || !suits(other, kind)) {
            throw new BadInput(
                    "other", "somebody else with an account and a role for it", "a soft tissue OT, for TREATS");
        }
        if (until.filter(end -> !end.isAfter(now.instant())).isPresent()) {
            throw new BadInput("until", "a time to come", "2027-01-31T00:00:00Z");
        }
        ties.add(person, other, kind, now.instant(), by.actor(), until);
    }

    private boolean suits(PersonId other, Relationship kind) {
        return switch (kind) {
            case SELF -> false;
            case CARER, GUARDIAN -> true;
            case TREATS -> roles.of(other).stream().anyMatch(TREAT::contains);
            case LEADS_CLASS -> roles.of(other).contains(Role.CLASS_LEAD);
        };
    }

    /**
     * Ends a relationship; ending it twice changes nothing. Either side may, and whoever may add it.
     *
     * @throws AccessDenied for everybody else, and where there is none of that id
     */
    @Transactional
    public void end(Visitor by, UUID id) {
        Tie tie = ties.tie(id).orElseThrow(AccessDenied::new);
        boolean theirOwnPart = by.standing() instanceof Standing.SignedIn signedIn
                && signedIn.self().equals(tie.other());
        if (!theirOwnPart) {
            gate.mayChange(by, tie.person(), purpose(tie.kind()));
        }
        ties.end(id, now.instant(), by.actor());
    }

    private static Purpose purpose(Relationship kind) {
        return switch (kind) {
            case SELF, CARER, GUARDIAN -> Purpose.ACCOUNT;
            case TREATS, LEADS_CLASS -> Purpose.TEAM;
        };
    }

    /**
     * That one is something to another.
     *
     * @param person whose record it opens
     * @param other for whom
     * @param until empty: until somebody ends it
     */
    public record Tie(
            UUID id,
            PersonId person,
            PersonId other,
            Relationship kind,
            Instant addedAt,
            PersonId addedBy,
            Optional<Instant> until,
            Optional<Instant> endedAt) {}
}
