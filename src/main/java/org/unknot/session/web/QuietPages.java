package org.unknot.session.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.guidance.Guidance;
import org.unknot.session.QuietMinutes;
import org.unknot.shared.BadInput;

/** The quiet minutes as pages: what to be led through, other ways that count as well, and the days that had some. */
@Door(Door.For.ANYONE)
@Controller
class QuietPages {

    /** Ten unless somebody chooses otherwise (docs/clinical/sources.md#J-quiet). */
    private static final List<Integer> MINUTES = List.of(3, 5, 10, 15);

    private static final int USUAL = 10;

    /** What we lead or ring, the usual one first. */
    private static final List<String> LED = List.of("breathing", "body-scan", "silent");

    private static final String STRESS = "stress";

    private final QuietMinutes quiet;
    private final Guidance guidance;
    private final Guests guests;

    QuietPages(QuietMinutes quiet, Guidance guidance, Guests guests) {
        this.quiet = quiet;
        this.guidance = guidance;
        this.guests = guests;
    }

    /** The same for everybody, so that a phone can keep it. */
    @GetMapping("/quiet")
    ModelAndView page(
            @RequestParam(defaultValue = "10") String minutes,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String go,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        int chosen = chosen(minutes);
        return new ModelAndView(
                "session/quiet",
                Map.of(
                        "practices",
                        guidance.calm(),
                        "minutes",
                        MINUTES,
                        "chosen",
                        chosen,
                        "kind",
                        LED.contains(kind) ? kind : LED.getFirst(),
                        "led",
                        !go.isEmpty(),
                        "pack",
                        guidance.localePack(),
                        "whom",
                        guidance.whom("psychologist"),
                        "links",
                        guidance.clinic().linksOf(STRESS)));
    }

    private static int chosen(String minutes) {
        return MINUTES.stream()
                .filter(each -> each.toString().equals(minutes))
                .findFirst()
                .orElse(USUAL);
    }

    /**
     * Start, tapped before the script was there: the page that begins by itself once it is, with what was chosen; without a script it
     * shows the words to read.
     */
    @PostMapping(value = "/quiet", params = "go")
    ModelAndView lead(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String before) {
        String led = LED.contains(kind) ? kind : LED.getFirst();
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("go", "lead");
        choices.put("kind", led);
        choices.put("minutes", chosen(minutes));
        if (before.matches("[0-9]|10")) {
            choices.put("before", before);
        }
        return new ModelAndView("redirect:/quiet#words-" + led, choices);
    }

    /** One tap: these ten minutes were a bath, music, a hobby or a walk; or, without a script, what we lead. */
    @PostMapping(value = "/quiet", params = "!go")
    String had(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "10") String minutes,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!QuietMinutes.KINDS.contains(kind)) {
            throw new BadInput("kind", "breathing, body-scan, silent, bath, music, hobby or walk", "walk");
        }
        Visitor guest = guests.admit(request, response);
        quiet.take(
                guest,
                UuidCreator.getTimeOrderedEpoch(),
                new QuietMinutes.Told(
                        kind,
                        quiet.rightNow(),
                        Optional.empty(),
                        chosen(minutes) * 60,
                        Optional.empty(),
                        Optional.empty()));
        return "redirect:/quiet/days";
    }

    @GetMapping("/quiet/days")
    ModelAndView days(Visitor visitor) {
        return new ModelAndView("session/quiet-days", Map.of("week", quiet.week(visitor, Optional.empty())));
    }
}
