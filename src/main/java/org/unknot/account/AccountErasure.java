package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/** Takes an account away with the whole record, wherever the person is signed in. The last owner of a clinic stays. */
@Component
public class AccountErasure {

    private final Gate gate;
    private final Roles roles;
    private final Erasure erasure;
    private final SignIns signIns;
    private final Guests guests;
    private final Freshness freshness;
    private final Letters letters;

    AccountErasure(
            Gate gate,
            Roles roles,
            Erasure erasure,
            SignIns signIns,
            Guests guests,
            Freshness freshness,
            Letters letters) {
        this.gate = gate;
        this.roles = roles;
        this.erasure = erasure;
        this.signIns = signIns;
        this.guests = guests;
        this.freshness = freshness;
        this.letters = letters;
    }

    /**
     * Erases the account that the visitor's pages are about: their own, or that of a child whom they answer for.
     *
     * @throws AccessDenied where it is not theirs to erase
     * @throws NotFresh when the proof of who they are is old
     * @throws org.unknot.shared.BadInput for the last owner
     */
    @Transactional
    public void erase(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            throw new AccessDenied();
        }
        freshness.require(visitor);
        gate.mayChange(visitor, person, Purpose.ERASURE);
        roles.keepAnOwner(person);
        if (signedIn.self().equals(person)) {
            // Before the rows go: a session ends in a transaction of its own, which would wait for ours for ever.
            signIns.signOut(visitor, request);
            guests.forget(request, response);
        }
        letters.erased(person);
        erasure.erase(person);
    }
}
