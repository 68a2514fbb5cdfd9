package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/** A guest's plan on a phone where somebody has signed in to another account: theirs to add, to leave or to erase. */
@Component
public class WaitingPlan {

    private final Guests guests;
    private final Adoption adoption;

    WaitingPlan(Guests guests, Adoption adoption) {
        this.guests = guests;
        this.adoption = adoption;
    }

    public boolean isThere(Visitor visitor, HttpServletRequest request) {
        return guest(visitor, request).isPresent();
    }

    /** Moves it into the account; this phone's cookie opens nothing any more. */
    @Transactional
    public void add(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        guest(visitor, request).ifPresent(plan -> {
            adoption.adopt(Visitor.guest(plan), visitor);
            guests.forget(request, response);
        });
    }

    /** For whoever holds the phone may do so as a guest, too. */
    @Transactional
    public void erase(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        guest(visitor, request).ifPresent(plan -> guests.erase(Visitor.guest(plan), request, response));
    }

    private Optional<PersonId> guest(Visitor visitor, HttpServletRequest request) {
        return visitor.standing() instanceof SignedIn ? guests.known(guests.visitor(request)) : Optional.empty();
    }
}
