package org.unknot.heat.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.guidance.Guidance;
import org.unknot.heat.Course;
import org.unknot.heat.Heat;
import org.unknot.heat.Refusal;
import org.unknot.shared.BadInput;

/** Heat as pages that need no script: the questions, the course with the time of its end, and what came of it. */
@Door(Door.For.ANYONE)
@Controller
class HeatPages {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Heat heat;
    private final Guidance guidance;
    private final Now now;
    private final Calendar calendar;

    HeatPages(Heat heat, Guidance guidance, Now now, Calendar calendar) {
        this.heat = heat;
        this.guidance = guidance;
        this.now = now;
        this.calendar = calendar;
    }

    /** The same for everybody, so that a phone can keep it: what one may do now is asked when the questions are answered. */
    @GetMapping("/heat/courses/new")
    ModelAndView ask(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String minutes,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        return form(HeatForm.fresh(way, minutes), HttpStatus.OK);
    }

    @PostMapping("/heat/courses")
    ModelAndView begin(Visitor visitor, @RequestParam MultiValueMap<String, String> sent) {
        HeatForm form = HeatForm.of(sent);
        if (!form.missing().isEmpty()) {
            return form(form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (heat.start(visitor, UuidCreator.getTimeOrderedEpoch(), form.wish())) {
            case Heat.Start.Begun begun -> to(begun.course());
            case Heat.Start.Runs runs -> to(runs.course());
            case Heat.Start.Refused refused -> refused(refused.refusals(), refused.restsUntil());
        };
    }

    private static ModelAndView to(Course course) {
        return new ModelAndView("redirect:/heat/courses/" + course.id());
    }

    private ModelAndView refused(List<Refusal> refusals, Optional<Instant> restsUntil) {
        Map<String, Object> model = new HashMap<>();
        model.put("refusals", refusals);
        model.put("restsUntil", restsUntil.map(this::clock).orElse(""));
        return new ModelAndView("heat/refused", model, HttpStatus.CONFLICT);
    }

    private ModelAndView form(HeatForm form, HttpStatus status) {
        return new ModelAndView(
                "heat/new", Map.of("form", form, "heat", guidance.heat(), "rules", Heat.rules()), status);
    }

    @GetMapping("/heat/courses/{id}")
    ModelAndView course(Visitor visitor, @PathVariable UUID id) {
        Course course = heat.course(visitor, id);
        boolean running = course.runsAt(now.instant());
        boolean checked = !now.instant().isBefore(course.checkAt());
        // Without a script the page looks again by itself when there is something new to say.
        long again = java.time.Duration.between(now.instant(), checked ? course.endsAt() : course.checkAt())
                        .toSeconds()
                + 1;
        Map<String, Object> model = new HashMap<>();
        model.put("course", course);
        model.put("heat", guidance.heat());
        model.put("running", running);
        model.put("checkNow", running && checked);
        model.put("checkAt", clock(course.checkAt()));
        model.put("endsAt", clock(course.endsAt()));
        model.put(
                "restsUntil",
                clock(course.offAt().plusSeconds(60L * guidance.heat().pauseMinutes())));
        model.put("again", running ? again : 0L);
        model.put(
                "leftMs",
                Math.max(
                        0,
                        java.time.Duration.between(now.instant(), course.endsAt())
                                .toMillis()));
        return new ModelAndView("heat/course", model);
    }

    @PostMapping("/heat/courses/{id}/end")
    ModelAndView end(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String how) {
        Course.How told =
                Course.How.of(how).orElseThrow(() -> new BadInput("how", "time, stopped or too-hot", "stopped"));
        return to(heat.finish(visitor, id, told));
    }

    @PostMapping("/heat/courses/{id}/skin")
    ModelAndView skin(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String skin) {
        Course.Skin told = Course.Skin.of(skin).orElseThrow(() -> new BadInput("skin", "fine or red", "fine"));
        heat.look(visitor, id, told);
        if (told == Course.Skin.RED) {
            heat.finish(visitor, id, Course.How.TOO_HOT);
        }
        return new ModelAndView("redirect:/heat/courses/" + id);
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(calendar.zone()));
    }
}
