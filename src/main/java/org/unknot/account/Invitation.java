package org.unknot.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.unknot.shared.PersonId;

/**
 * An open invitation to join the clinic's staff.
 *
 * @param by who invites; empty for the first owner, whom the program itself asks
 * @param email where the link went, if it was mailed
 */
public record Invitation(
        UUID id,
        Set<Role> roles,
        Optional<PersonId> by,
        Optional<EmailAddress> email,
        Instant madeAt,
        Instant expiresAt) {}
