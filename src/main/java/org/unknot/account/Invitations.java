package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
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
import org.unknot.account.Standing.SignedIn;
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
    private final Roles roles;
    private final SignIns signIns;
    private final Letters letters;
    private final PublicAddress address;
    private final Now now;

    Invitations(
            InvitationStore invitations,
            Roles roles,
            SignIns signIns,
            Letters letters,
            PublicAddress address,
            Now now) {
        this.invitations = invitations;
        this.roles = roles;
        this.signIns = signIns;
        this.letters = letters;
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
        if (letters.offered()) {
            email.ifPresent(to -> letters.invite(invitation.id(), to));
        }
        String token = Tokens.fresh();
        invitations.addLink(invitation.id(), Tokens.hash(token));
        return address.origin().resolve("/join/" + token);
    }

    /** A link for whoever is to be the first owner, in place of earlier ones; empty when there is an owner. */
    @Transactional
    Optional<URI> firstOwner() {
        if (roles.hasOwner()) {
            return Optional.empty();
        }
        invitations.removeFromNobody();
        return Optional.of(invite(Optional.empty(), Set.of(Role.OWNER), Optional.empty()));
    }

    /**
     * Gives the roles to whoever is signed in here by a passkey or two factors; their session is a short one from now on.
     *
     * @return whether the invitation was still open
     * @throws NotFresh when the sign-in is not strong enough for staff
     */
    @Transactional
    public boolean accept(String token, Visitor visitor, HttpServletRequest request) {
        Optional<Invitation> invitation = open(token);
        if (invitation.isEmpty() || !(visitor.standing() instanceof SignedIn signedIn)) {
            return false;
        }
        if (signedIn.strongAt().isEmpty()) {
            throw new NotFresh();
        }
        PersonId person = signedIn.self();
        if (!invitations.accept(invitation.get().id(), person, now.instant())) {
            return false;
        }
        roles.giveAsInvited(invitation.get().by(), person, invitation.get().roles());
        signIns.shorten(person, request);
        return true;
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
