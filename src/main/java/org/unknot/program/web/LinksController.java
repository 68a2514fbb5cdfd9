package org.unknot.program.web;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.SharedPlans;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.program.EpisodeId;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.BadInput;
import org.unknot.shared.QrCode;
import org.unknot.shared.Texts;

/** Where a person shows their plan to somebody, and takes that back. */
@Controller
class LinksController {

    private static final String START = "redirect:/call-now";

    private final SharedPlans shared;
    private final Programs programs;
    private final Calendar calendar;

    LinksController(SharedPlans shared, Programs programs, Calendar calendar) {
        this.shared = shared;
        this.programs = programs;
        this.calendar = calendar;
    }

    @GetMapping("/plan/links")
    @Door(Door.For.ANYONE)
    ModelAndView links(Visitor visitor) {
        return episode(visitor)
                .map(episode -> page(visitor, Optional.empty(), Optional.empty(), HttpStatus.OK))
                .orElseGet(() -> new ModelAndView(START));
    }

    /** The link is in this answer and nowhere else; asking again makes another one. */
    @PostMapping("/plan/links")
    @Door(Door.For.ANYONE)
    ModelAndView share(Visitor visitor, @RequestParam(required = false) @Nullable String days) {
        Optional<EpisodeId> episode = episode(visitor);
        if (episode.isEmpty()) {
            return new ModelAndView(START);
        }
        try {
            int wished = days != null && days.matches("[0-9]{1,2}") ? Integer.parseInt(days) : 0;
            URI link = shared.share(visitor, episode.get().value(), wished);
            return page(visitor, Optional.of(link), Optional.empty(), HttpStatus.CREATED);
        } catch (BadInput wrong) {
            return page(visitor, Optional.empty(), Optional.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/plan/links/{id}/ending")
    @Door(Door.For.ANYONE)
    ModelAndView end(Visitor visitor, @PathVariable UUID id) {
        if (visitor.person().isEmpty()) {
            return new ModelAndView(START);
        }
        shared.revoke(visitor, id);
        return new ModelAndView("redirect:/plan/links");
    }

    private Optional<EpisodeId> episode(Visitor visitor) {
        return programs.today(visitor).flatMap(Program::episode);
    }

    private ModelAndView page(Visitor visitor, Optional<URI> made, Optional<BadInput> wrong, HttpStatus status) {
        List<PlanLink> links = shared.of(visitor).stream()
                .map(link -> new PlanLink(link.id(), inWords(link.madeAt()), inWords(link.expiresAt())))
                .toList();
        return new ModelAndView(
                "program/links",
                Map.of(
                        "links",
                        links,
                        "made",
                        made.map(URI::toString),
                        "code",
                        made.map(link -> QrCode.svg(link.toString())).orElse(""),
                        "secret",
                        made.map(link -> link.getPath().substring("/shared/".length()))
                                .orElse(""),
                        "days",
                        SharedPlans.DAYS.stream().sorted().toList(),
                        "wrong",
                        wrong),
                status);
    }

    private String inWords(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Texts.LOCALE)
                .format(at.atZone(calendar.zone()));
    }
}
