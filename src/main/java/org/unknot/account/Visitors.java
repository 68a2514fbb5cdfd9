package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
        return Optional.of(new Visitor(Optional.of(subject), standing(self, authentication)));
    }

    private static SignedIn standing(PersonId self, Authentication authentication) {
        Map<Factor, Instant> proofs = new EnumMap<>(Factor.class);
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            if (authority instanceof FactorGrantedAuthority proof) {
                Factor.of(proof.getAuthority()).ifPresent(factor -> proofs.put(factor, proof.getIssuedAt()));
            }
        }
        Instant last = proofs.values().stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return new SignedIn(self, strongAt(proofs), last);
    }

    /** A passkey, or two of the others: then the older of the two newest counts, since both must be fresh for the pair to be. */
    private static Optional<Instant> strongAt(Map<Factor, Instant> proofs) {
        Optional<Instant> pair = proofs.entrySet().stream()
                .filter(proof -> proof.getKey() != Factor.PASSKEY)
                .map(Map.Entry::getValue)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst();
        return Stream.concat(Stream.ofNullable(proofs.get(Factor.PASSKEY)), pair.stream())
                .max(Comparator.naturalOrder());
    }
}
