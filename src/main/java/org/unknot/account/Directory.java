package org.unknot.account;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PersonId;

/**
 * Finds people by name or contact for those who answer the telephone. It finds only who lets the clinic see their record, and
 * each one that is found is read, and so audited, through the gate.
 */
@Component
public class Directory {

    /** Who looks for more than this has to type more. */
    public static final int MOST = 20;

    private static final Set<Role> MAY_LOOK = Set.of(Role.OWNER, Role.FRONT_DESK);
    private static final int LEAST_LETTERS = 2;

    private final Listings listings;
    private final Roles roles;
    private final Gate gate;

    Directory(Listings listings, Roles roles, Gate gate) {
        this.listings = listings;
        this.roles = roles;
        this.gate = gate;
    }

    /** Whether this visitor may look for people whom they have nothing to do with. */
    public boolean isFor(Visitor visitor) {
        return visitor.standing() instanceof Standing.SignedIn signedIn
                && signedIn.strongAt().isPresent()
                && roles.of(signedIn.self()).stream().anyMatch(MAY_LOOK::contains);
    }

    /**
     * Whose name, e-mail or phone holds these letters, by name; nobody for less than two letters.
     *
     * @throws AccessDenied for whoever {@link #isFor} says no to
     */
    @Transactional
    public List<Listed> find(Visitor visitor, String letters) {
        if (!isFor(visitor)) {
            throw new AccessDenied();
        }
        String wanted = letters.strip();
        if (wanted.length() < LEAST_LETTERS || wanted.codePoints().anyMatch(Character::isISOControl)) {
            return List.of();
        }
        List<Listed> found = listings.find(wanted, MOST);
        found.stream()
                .map(Listed::person)
                .sorted(InTurn.ONE_ORDER)
                .forEach(person -> gate.mayRead(visitor, person, Purpose.CONTACT));
        return found;
    }

    /** Somebody who was found. */
    public record Listed(PersonId person, Contact contact) {}
}
