package org.unknot.account;

import java.util.Optional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.Nobody;
import org.unknot.account.Standing.SharedLink;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * Who sends a request, and whose record its pages are about. Take it as a controller parameter.
 *
 * @param person whose record: one's own, the person that a carer acts for, the one whose plan is shared; empty for nobody
 * @param standing how we know them
 */
public record Visitor(Optional<PersonId> person, Standing standing) {

    public static final Visitor NOBODY = new Visitor(Optional.empty(), new Nobody());

    /** A guest whose cookie bears our signature. */
    public static Visitor guest(PersonId person) {
        return new Visitor(Optional.of(person), new Guest());
    }

    /** Who acts, for the audit: not always whose record it is. */
    public Optional<PersonId> actor() {
        return switch (standing) {
            case Nobody nobody -> Optional.empty();
            case Guest guest -> person;
            case SharedLink link -> Optional.empty();
            case SignedIn signedIn -> Optional.of(signedIn.self());
        };
    }
}
