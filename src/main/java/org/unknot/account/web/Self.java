package org.unknot.account.web;

import org.unknot.account.AccessDenied;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** Whose account a page is about: always one's own, also while one acts for somebody else. */
final class Self {

    private Self() {}

    static PersonId of(Visitor visitor) {
        if (visitor.standing() instanceof SignedIn signedIn) {
            return signedIn.self();
        }
        throw new AccessDenied();
    }
}
