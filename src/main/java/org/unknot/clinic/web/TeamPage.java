package org.unknot.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.unknot.account.Role;
import org.unknot.clinic.Team.Member;

/**
 * What the page of the team shows.
 *
 * @param roles all that there are
 * @param link to a new invitation, shown this once
 */
public record TeamPage(
        List<Member> members,
        List<Invited> invited,
        List<Role> roles,
        Optional<String> link,
        Optional<Problem> problem) {

    public TeamPage {
        members = List.copyOf(members);
        invited = List.copyOf(invited);
        roles = List.copyOf(roles);
    }

    /** An invitation that nobody took up yet. */
    public record Invited(UUID id, List<Role> roles, String email, String until) {

        public Invited {
            roles = List.copyOf(roles);
        }
    }

    /** What was wrong with the last post. */
    public record Problem(String expected, String example) {}
}
