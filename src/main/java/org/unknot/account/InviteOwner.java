package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.BadSqlGrammarException;
import org.unknot.database.DatabaseCommand;
import org.unknot.database.DatabaseCommand.Outcome;

/**
 * {@code bin/owner invite}: prints a link that makes whoever opens it an owner, once, within seven days. For a clinic whose only
 * owner has lost every way in; whoever runs the program could read its database anyway. It works beside the running program and
 * without it. The link of the command before is void then.
 */
public final class InviteOwner {

    /** What makes the program do this and nothing else. */
    public static final String OPTION = "--invite-owner";

    private InviteOwner() {}

    public static boolean isAskedFor(String[] arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /**
     * Prints the link.
     *
     * @return the exit code
     */
    public static int run(String[] arguments) {
        return DatabaseCommand.run(
                arguments, Inviting.class, Inviting::outcome, InvitationStore.class, PublicAddress.class);
    }

    static final class Inviting {

        private final InvitationStore invitations;
        private final PublicAddress address;

        Inviting(InvitationStore invitations, PublicAddress address) {
            this.invitations = invitations;
            this.address = address;
        }

        Outcome outcome() {
            try {
                return new Outcome(
                        List.of(
                                "To become an owner, open once, within 7 days: " + link(),
                                "Then take away the roles of the account that was lost, under Team."),
                        0);
            } catch (BadSqlGrammarException otherVersion) {
                return new Outcome(
                        List.of(
                                "The database is of another version of Unknot. Start this version once, then try again."),
                        1);
            }
        }

        private URI link() {
            Instant at = invitations.now();
            invitations.removeFromNobody();
            Invitation invitation = new Invitation(
                    UuidCreator.getTimeOrderedEpoch(),
                    Set.of(Role.OWNER),
                    Optional.empty(),
                    Optional.empty(),
                    at,
                    at.plus(Invitations.VALID));
            invitations.add(invitation);
            String token = Tokens.fresh();
            invitations.addLink(invitation.id(), Tokens.hash(token));
            return address.origin().resolve("/join/" + token);
        }
    }
}
