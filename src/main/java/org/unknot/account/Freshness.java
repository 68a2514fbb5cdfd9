package org.unknot.account;

import java.time.Duration;
import java.time.Instant;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * Whether somebody proved who they are within the last five minutes: staff by a passkey or two factors, others in any of their
 * ways. A phone that lies about unlocked shall not give the account away.
 */
@Component
public class Freshness {

    public static final Duration LASTS = Duration.ofMinutes(5);

    private final Roles roles;
    private final Now now;

    Freshness(Roles roles, Now now) {
        this.roles = roles;
        this.now = now;
    }

    public boolean isFresh(Visitor visitor) {
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            return false;
        }
        Instant proof = roles.of(signedIn.self()).isEmpty()
                ? signedIn.provedAt()
                : signedIn.strongAt().orElse(Instant.EPOCH);
        return !proof.isBefore(now.instant().minus(LASTS));
    }

    /**
     * Who is signed in, if their proof is fresh.
     *
     * @throws AccessDenied when nobody is signed in
     * @throws NotFresh when the proof is old
     */
    public PersonId require(Visitor visitor) {
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            throw new AccessDenied();
        }
        if (!isFresh(visitor)) {
            throw new NotFresh();
        }
        return signedIn.self();
    }
}
