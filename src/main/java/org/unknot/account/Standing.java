package org.unknot.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.unknot.shared.PersonId;

/** How we know who sends a request; never what they may do, which only the {@link Gate} says. */
public sealed interface Standing {

    /** No cookie of ours, or a forged one. */
    record Nobody() implements Standing {}

    /** A guest cookie with our signature: opens that guest's record, and no account's. */
    record Guest() implements Standing {}

    /**
     * A read-only link to one plan.
     *
     * @param link which one
     */
    record SharedLink(UUID link) implements Standing {}

    /**
     * A session after sign-in.
     *
     * @param self who signed in, also while they act for somebody else
     * @param strongAt when they last proved themselves by a user-verified passkey or by two factors; empty: never in this
     *     session
     * @param provedAt when they last proved themselves in any way
     */
    record SignedIn(PersonId self, Optional<Instant> strongAt, Instant provedAt) implements Standing {

        public SignedIn(PersonId self, Optional<Instant> strongAt) {
            this(self, strongAt, strongAt.orElse(Instant.EPOCH));
        }
    }
}
