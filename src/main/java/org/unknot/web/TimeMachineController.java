package org.unknot.web;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;

/**
 * Lets a demonstration move on by days; the events of the days in between happen on the way. There only with
 * {@code unknot.time-machine=true}, because anybody may use it. A restart brings the real time back.
 */
@Door(Door.For.ANYONE)
@Controller
@ConditionalOnProperty("unknot.time-machine")
class TimeMachineController {

    private static final int MOST_DAYS = 120;

    private final TimeMachine time;

    TimeMachineController(TimeMachine time) {
        this.time = time;
    }

    @GetMapping("/time-machine")
    ModelAndView page() {
        return page(false, HttpStatus.OK);
    }

    @PostMapping("/time-machine")
    ModelAndView shift(@RequestParam(required = false) @Nullable String days) {
        if (days == null || !days.matches("[0-9]{1,3}") || Integer.parseInt(days) > MOST_DAYS) {
            return page(true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        time.shiftBy(Duration.ofDays(Integer.parseInt(days)));
        return new ModelAndView("redirect:/time-machine");
    }

    private ModelAndView page(boolean refused, HttpStatus status) {
        return new ModelAndView(
                "web/time-machine",
                Map.of("today", time.today().toString(), "refused", refused, "most", MOST_DAYS),
                status);
    }
}
