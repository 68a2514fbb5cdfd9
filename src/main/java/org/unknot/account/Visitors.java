package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/** Reads off a request who sends it: a session after sign-in comes before a guest cookie. Looking never makes either. */
@Component
class Visitors {

    /** Session attribute: the id of the person that a carer acts for just now. */
    static final String ACTING_FOR = "unknot.acting-for";

    private final Guests guests;

    Visitors(Guests guests) {
        this.guests = guests;
    }

    Visitor of(HttpServletRequest request) {
        return signedIn(request).orElseGet(() -> guests.visitor(request));
    }

    static Optional<Visitor> signedIn(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        PersonId self = new PersonId(UUID.fromString(authentication.getName()));
        HttpSession session = request.getSession(false);
        PersonId subject =
                session != null && session.getAttribute(ACTING_FOR) instanceof UUID other ? new PersonId(other) : self;
        return Optional.of(new Visitor(Optional.of(subject), new SignedIn(self, strongAt(authentication))));
    }

    /** When the last of the proofs came in that together are strong: a passkey, else a password and a link by mail. */
    private static Optional<Instant> strongAt(Authentication authentication) {
        Optional<Instant> passkey = factor(authentication, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
        if (passkey.isPresent()) {
            return passkey;
        }
        Optional<Instant> password = factor(authentication, FactorGrantedAuthority.PASSWORD_AUTHORITY);
        Optional<Instant> mail = factor(authentication, FactorGrantedAuthority.OTT_AUTHORITY);
        // Both must be fresh for the pair to be: the older one counts.
        return password.flatMap(one -> mail.map(other -> one.isBefore(other) ? one : other));
    }

    private static Optional<Instant> factor(Authentication authentication, String name) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(factor -> name.equals(factor.getAuthority()))
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Comparator.naturalOrder());
    }
}
