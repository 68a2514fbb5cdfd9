package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.ActingFor;
import org.unknot.account.Caring;
import org.unknot.account.Consents;
import org.unknot.account.Door;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Relationship;
import org.unknot.account.Relationships;
import org.unknot.account.Relationships.Tie;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/** Who looks after me, who treats me, and whom I look after: each can be ended by either side, at once. */
@Controller
@Door(Door.For.SIGNED_IN)
class PeopleController {

    private static final String PEOPLE = "redirect:/account/people";

    private final Relationships relationships;
    private final Caring caring;
    private final Consents consents;
    private final ActingFor actingFor;
    private final Gate gate;
    private final Names names;

    PeopleController(
            Relationships relationships,
            Caring caring,
            Consents consents,
            ActingFor actingFor,
            Gate gate,
            Names names) {
        this.relationships = relationships;
        this.caring = caring;
        this.consents = consents;
        this.actingFor = actingFor;
        this.gate = gate;
        this.names = names;
    }

    @GetMapping("/account/people")
    ModelAndView people(Visitor visitor) {
        PersonId self = Self.of(visitor);
        gate.mayRead(visitor, self, Purpose.TEAM);
        return new ModelAndView(
                "account/people",
                Map.of(
                        "around",
                                relationships.of(self).stream()
                                        .map(tie -> line(tie, tie.other()))
                                        .toList(),
                        "inCare", inCare(self),
                        "open", open(self),
                        "child", consents.underSixteen(self)));
    }

    private List<PeoplePage.Line> inCare(PersonId self) {
        return relationships.by(self).stream()
                .filter(tie -> caring.mayActFor(self, tie.person()))
                .map(tie -> line(tie, tie.person()))
                .toList();
    }

    private PeoplePage.Line line(Tie tie, PersonId other) {
        return new PeoplePage.Line(
                tie.id(), other.value(), names.withRoles(other), word(tie.kind()), names.of(tie.addedAt()));
    }

    private List<PeoplePage.Open> open(PersonId self) {
        return caring.open(self).stream()
                .map(offer -> new PeoplePage.Open(offer.id(), word(offer.kind()), names.of(offer.until())))
                .toList();
    }

    private static String word(Relationship kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The link is on this answer and on no other. */
    @PostMapping("/account/people/links")
    ModelAndView link(Visitor visitor, @RequestParam(defaultValue = "carer") String kind) {
        Relationship asked = switch (kind) {
            case "carer" -> Relationship.CARER;
            case "guardian" -> Relationship.GUARDIAN;
            default -> throw new BadInput("kind", "carer or guardian", "carer");
        };
        String link = caring.offer(visitor, Self.of(visitor), asked).toString();
        return new ModelAndView("account/people-link", Map.of("link", link, "kind", kind));
    }

    @PostMapping("/account/people/links/{id}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID id) {
        caring.withdraw(visitor, Self.of(visitor), id);
        return PEOPLE;
    }

    @PostMapping("/account/people/{id}/end")
    String end(Visitor visitor, @PathVariable UUID id) {
        relationships.end(visitor, id);
        return PEOPLE;
    }

    /** From now on the pages are about the other's record, until one stops or the browser is closed for half an hour. */
    @PostMapping("/account/looking-after")
    String start(Visitor visitor, @RequestParam UUID person, HttpServletRequest request) {
        actingFor.start(visitor, new PersonId(person), request);
        return "redirect:/plan";
    }

    @PostMapping("/account/looking-after/end")
    String stop(HttpServletRequest request) {
        actingFor.stop(request);
        return PEOPLE;
    }

    /** A link that is spent, past its time or made up looks the same. */
    @GetMapping("/look-after/{token}")
    ModelAndView asked(Visitor visitor, @PathVariable String token) {
        return caring.open(token)
                .map(offer -> new ModelAndView(
                        "account/look-after",
                        Map.of(
                                "token", token,
                                "name", names.of(offer.person()),
                                "kind", word(offer.kind()),
                                "own", offer.person().equals(Self.of(visitor)))))
                .orElseGet(() -> new ModelAndView("account/look-after-gone", Map.of(), HttpStatus.NOT_FOUND));
    }

    @PostMapping("/look-after/{token}")
    String accept(Visitor visitor, @PathVariable String token) {
        caring.accept(visitor, token);
        return PEOPLE;
    }
}
