package org.unknot.clinic.web;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Invitations;
import org.unknot.account.Role;
import org.unknot.account.Visitor;
import org.unknot.clinic.Team;
import org.unknot.clinic.web.Shell.Entry;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/** Who works here, and who may come to. */
@Controller
class TeamController {

    private static final String TEAM = "redirect:/staff/team";

    private final Shells shells;
    private final Team team;
    private final Invitations invitations;
    private final ClinicTime times;

    TeamController(Shells shells, Team team, Invitations invitations, ClinicTime times) {
        this.shells = shells;
        this.team = team;
        this.invitations = invitations;
        this.times = times;
    }

    @GetMapping("/staff/team")
    @Door(value = Door.For.STAFF, roles = Role.OWNER)
    ModelAndView team(Visitor visitor) {
        return page(visitor, Optional.empty(), Optional.empty(), HttpStatus.OK);
    }

    /** The link is in this answer and nowhere else. */
    @PostMapping("/staff/team/invitations")
    @Door(value = Door.For.STAFF, roles = Role.OWNER, fresh = true)
    ModelAndView invite(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<String> role,
            @RequestParam(defaultValue = "") String email) {
        shells.of(visitor, Entry.TEAM);
        try {
            Optional<String> to = email.isBlank() ? Optional.empty() : Optional.of(email.strip());
            URI link = invitations.invite(visitor, roles(role), to);
            return page(visitor, Optional.of(link), Optional.empty(), HttpStatus.CREATED);
        } catch (BadInput wrong) {
            return page(visitor, Optional.empty(), Optional.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/staff/team/invitations/{id}/withdrawal")
    @Door(value = Door.For.STAFF, roles = Role.OWNER)
    ModelAndView withdraw(Visitor visitor, @PathVariable UUID id) {
        shells.of(visitor, Entry.TEAM);
        invitations.withdraw(visitor, id);
        return new ModelAndView(TEAM);
    }

    /** Takes the roles as they shall be from now on; none of them ends the work here. */
    @PostMapping("/staff/team/{person}/roles")
    @Door(value = Door.For.STAFF, roles = Role.OWNER, fresh = true)
    ModelAndView change(
            Visitor visitor, @PathVariable UUID person, @RequestParam(required = false) @Nullable List<String> role) {
        shells.of(visitor, Entry.TEAM);
        try {
            team.change(visitor, new PersonId(person), roles(role));
            return new ModelAndView(TEAM);
        } catch (BadInput wrong) {
            return page(visitor, Optional.empty(), Optional.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Set<Role> roles(@Nullable List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words == null ? List.<String>of() : words) {
            roles.add(Stream.of(Role.values())
                    .filter(role -> role.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("role", "one of the roles on the page", "FRONT_DESK")));
        }
        return roles;
    }

    private ModelAndView page(Visitor visitor, Optional<URI> link, Optional<BadInput> wrong, HttpStatus status) {
        List<TeamPage.Invited> invited = invitations.open().stream()
                .map(open -> new TeamPage.Invited(
                        open.id(),
                        open.roles().stream().sorted().toList(),
                        open.email().map(email -> email.value()).orElse(""),
                        times.inWords(open.expiresAt())))
                .toList();
        TeamPage shown = new TeamPage(
                team.members(visitor),
                invited,
                Arrays.asList(Role.values()),
                link.map(URI::toString),
                wrong.map(it -> new TeamPage.Problem(it.expected(), it.example())));
        return new ModelAndView("clinic/team", Map.of("shell", shells.of(visitor, Entry.TEAM), "team", shown), status);
    }
}
