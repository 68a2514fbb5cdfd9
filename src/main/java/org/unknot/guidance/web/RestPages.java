package org.unknot.guidance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.SleepPosition;

/** How to lie for the night, and how to use warmth. */
@Door(Door.For.ANYONE)
@Controller
class RestPages {

    private final Guidance guidance;

    RestPages(Guidance guidance) {
        this.guidance = guidance;
    }

    @GetMapping("/sleep")
    ModelAndView sleep() {
        return new ModelAndView("guidance/sleep", Map.of("positions", guidance.sleepPositions()));
    }

    /** Chosen by style alone, so that it needs neither a script nor a network, nor the server to know. */
    @GetMapping("/sleep/tonight")
    ModelAndView tonight(HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        return new ModelAndView("guidance/tonight", Map.of("positions", guidance.sleepPositions()));
    }

    @GetMapping("/sleep/{id}")
    ModelAndView position(@PathVariable String id) {
        SleepPosition position =
                guidance.sleep(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("guidance/position", Map.of("position", position));
    }

    @GetMapping("/heat")
    ModelAndView heat(HttpServletResponse response) {
        // Phones keep it, and ask whether it changed.
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        return new ModelAndView("guidance/heat", Map.of("heat", guidance.heat()));
    }
}
