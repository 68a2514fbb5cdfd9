package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * How staff come to have a role: by a link that works once and for seven days. The link is known to nobody but whom it was
 * shown or mailed to. That the one who invites may do so is for the route's {@link Door} to say.
 */
@Component
public class Invitations {

    static final Duration VALID = Duration.ofDays(7);

    private final InvitationStore invitations;
    private final PublicAddress address;
    private final Now now;

    Invitations(InvitationStore invitations, PublicAddress address, Now now) {
        this.invitations = invitations;
        this.address = address;
        this.now = now;
    }

    /** Answers the link, which can be shown now and never again. */
    @Transactional
    public URI invite(Visitor by, Set<Role> roles, Optional<String> email) {
        PersonId inviter = by.actor().orElseThrow(AccessDenied::new);
        return invite(Optional.of(inviter), roles, email.map(EmailAddress::typed));
    }

    URI invite(Optional<PersonId> by, Set<Role> roles, Optional<EmailAddress> email) {
        if (roles.isEmpty()) {
            throw new BadInput("roles", "at least one role", Role.EXERCISE_PHYSIOLOGIST.name());
        }
        Instant at = now.instant();
        Invitation invitation =
                new Invitation(UuidCreator.getTimeOrderedEpoch(), Set.copyOf(roles), by, email, at, at.plus(VALID));
        invitations.add(invitation);
        return link(invitation.id());
    }

    /** Another link to the same invitation. */
    URI link(UUID invitation) {
        String token = Tokens.fresh();
        invitations.addLink(invitation, Tokens.hash(token));
        return address.origin().resolve("/join/" + token);
    }

    /** The invitation that a link leads to, while it can be accepted. */
    public Optional<Invitation> open(String token) {
        return invitations.open(Tokens.hash(token), now.instant());
    }

    /** What is open, newest first. */
    public List<Invitation> open() {
        return invitations.open(now.instant());
    }

    /** Says whether it was still open. */
    @Transactional
    public boolean withdraw(Visitor by, UUID invitation) {
        return invitations.withdraw(invitation, by.actor().orElseThrow(AccessDenied::new), now.instant());
    }
}
