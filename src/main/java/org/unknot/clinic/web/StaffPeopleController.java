package org.unknot.clinic.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Door;
import org.unknot.account.Relationship;
import org.unknot.account.Relationships;
import org.unknot.account.Role;
import org.unknot.account.Visitor;
import org.unknot.clinic.Roster;
import org.unknot.clinic.Roster.Sheet;
import org.unknot.clinic.Team;
import org.unknot.clinic.web.Shell.Entry;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/** The people whom somebody of the staff has to do with. */
@Controller
class StaffPeopleController {

    private static final int EMERGENCIES = 10;

    private final Shells shells;
    private final Roster roster;
    private final Relationships relationships;
    private final Team team;
    private final ClinicTime times;
    private final RateLimit emergencies;

    StaffPeopleController(
            Shells shells, Roster roster, Relationships relationships, Team team, ClinicTime times, RateLimits limits) {
        this.shells = shells;
        this.roster = roster;
        this.relationships = relationships;
        this.team = team;
        this.times = times;
        this.emergencies = limits.of(EMERGENCIES, Duration.ofHours(1));
    }

    @GetMapping("/staff/people")
    @Door(
            value = Door.For.STAFF,
            roles = {
                Role.OWNER,
                Role.SOFT_TISSUE_OT,
                Role.EXERCISE_PHYSIOLOGIST,
                Role.PERSONAL_TRAINER,
                Role.CLASS_LEAD,
                Role.FRONT_DESK
            })
    ModelAndView people(Visitor visitor, @RequestParam(defaultValue = "") String find) {
        return page(visitor, find, Optional.empty(), HttpStatus.OK);
    }

    /** By e-mail, because somebody in an emergency is not yet on any list of one's own. */
    @PostMapping("/staff/people/emergency")
    @Door(
            value = Door.For.STAFF,
            roles = {Role.SOFT_TISSUE_OT, Role.EXERCISE_PHYSIOLOGIST})
    ModelAndView emergency(
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String reason) {
        if (!roster.mayBreakGlass(visitor)) {
            throw new AccessDenied();
        }
        if (!emergencies.tryTake(visitor.actor().orElseThrow(AccessDenied::new).toString())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            return roster.breakGlass(visitor, email, reason)
                    .map(person -> new ModelAndView("redirect:/staff/people/" + person.value()))
                    .orElseThrow(
                            () -> new BadInput("email", "the e-mail of somebody with an account", "ana@example.org"));
        } catch (BadInput wrong) {
            return page(visitor, "", Optional.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/staff/people/{id}")
    @Door(
            value = Door.For.STAFF,
            roles = {
                Role.OWNER,
                Role.SOFT_TISSUE_OT,
                Role.EXERCISE_PHYSIOLOGIST,
                Role.PERSONAL_TRAINER,
                Role.CLASS_LEAD,
                Role.FRONT_DESK
            })
    ModelAndView person(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String rows) {
        Shell shell = shells.of(visitor, Entry.PEOPLE);
        int most = rows.equals(Integer.toString(PersonHistory.ALL)) ? PersonHistory.ALL : PersonHistory.FEW;
        Sheet sheet = roster.sheet(visitor, new PersonId(id), most);
        return new ModelAndView(
                "clinic/person",
                Map.of(
                        "shell",
                        shell,
                        "person",
                        PersonPage.of(sheet, sheet.mayAssign() ? team.carers() : List.of(), times),
                        "history",
                        PersonHistory.of(sheet, most, times)));
    }

    @PostMapping("/staff/people/{id}/team")
    @Door(
            value = Door.For.STAFF,
            roles = {Role.OWNER, Role.FRONT_DESK})
    String assign(Visitor visitor, @PathVariable UUID id, @RequestParam UUID member, @RequestParam String kind) {
        Relationship wanted = "LEADS_CLASS".equals(kind) ? Relationship.LEADS_CLASS : Relationship.TREATS;
        relationships.add(visitor, new PersonId(id), new PersonId(member), wanted, Optional.empty());
        return "redirect:/staff/people/" + id;
    }

    @PostMapping("/staff/people/{id}/team/{tie}/ending")
    @Door(
            value = Door.For.STAFF,
            roles = {Role.OWNER, Role.FRONT_DESK})
    String end(Visitor visitor, @PathVariable UUID id, @PathVariable UUID tie) {
        relationships.end(visitor, tie);
        return "redirect:/staff/people/" + id;
    }

    private ModelAndView page(Visitor visitor, String find, Optional<BadInput> wrong, HttpStatus status) {
        boolean maySearch = roster.maySearch(visitor);
        List<PersonRow> found = maySearch ? rows(roster.find(visitor, find)) : List.of();
        return new ModelAndView(
                "clinic/people",
                Map.of(
                        "shell", shells.of(visitor, Entry.PEOPLE),
                        "mine", rows(roster.mine(visitor)),
                        "maySearch", maySearch,
                        "find", find,
                        "found", found,
                        "mayBreakGlass", roster.mayBreakGlass(visitor),
                        "wrong", wrong),
                status);
    }

    private List<PersonRow> rows(List<Roster.Listed> listed) {
        return listed.stream()
                .map(person -> new PersonRow(
                        person.person().value(),
                        person.name(),
                        person.contact().flatMap(contact -> contact.email()).orElse(""),
                        person.contact().flatMap(contact -> contact.phone()).orElse(""),
                        person.contact().isPresent(),
                        person.kind()
                                .map(kind ->
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .orElse(""),
                        person.since().map(times::inWords).orElse("")))
                .toList();
    }
}
