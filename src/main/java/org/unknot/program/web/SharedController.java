package org.unknot.program.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.SharedPlans;
import org.unknot.account.SharedPlans.Opened;
import org.unknot.program.EpisodeId;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.Client;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * A plan as somebody sees it whom the person gave a link: what to do and how much, with pictures. Not why, for reasons tell
 * what the person answered. Kept by no browser, found by no search engine, and named to no other site.
 */
@Controller
class SharedController {

    private static final int LOOKS = 60;

    private final SharedPlans shared;
    private final Programs programs;
    private final RateLimit looks;

    SharedController(SharedPlans shared, Programs programs, RateLimits limits) {
        this.shared = shared;
        this.programs = programs;
        this.looks = limits.of(LOOKS, Duration.ofMinutes(10));
    }

    @GetMapping("/shared/{secret}")
    @Door(Door.For.ANYONE)
    ModelAndView plan(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        if (!looks.tryTake(Client.of(request))) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        // One page for a link that never was, one that ran out and one that was ended: it tells nobody which.
        Optional<Opened> opened = shared.open(secret);
        if (opened.isEmpty()) {
            return new ModelAndView("program/shared-over", Map.of(), HttpStatus.NOT_FOUND);
        }
        Optional<Program> program = programs.shown(
                opened.get().visitor(), new EpisodeId(opened.get().episode()));
        List<Card> cards = program.stream()
                .filter(today -> today.hold().isEmpty())
                .flatMap(today -> today.items().stream())
                .map(Card::shown)
                .toList();
        return new ModelAndView("program/shared", Map.of("cards", cards));
    }
}
