package org.unknot.session.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.unknot.account.Visitor;
import org.unknot.session.PaperRecords;
import org.unknot.session.Script;
import org.unknot.session.Scripts;

/** A session as pages: start it, play or print it, and say how it went, all without JavaScript too. */
@Door(Door.For.ANYONE)
@Controller
class SessionController {

    private final Scripts scripts;
    private final PaperRecords paper;

    SessionController(Scripts scripts, PaperRecords paper) {
        this.scripts = scripts;
        this.paper = paper;
    }

    @PostMapping("/sessions")
    String begin(Visitor visitor) {
        if (visitor.person().isEmpty()) {
            return "redirect:/call-now";
        }
        return scripts.ofToday(visitor)
                .map(script -> "redirect:/sessions/" + script.id())
                .orElse("redirect:/plan");
    }

    @GetMapping("/sessions/{id}")
    ModelAndView play(Visitor visitor, @PathVariable UUID id) {
        Script script = scripts.openTo(visitor, id);
        return new ModelAndView("session/player", Map.of("script", script));
    }

    @GetMapping("/sessions/{id}/after")
    ModelAndView after(Visitor visitor, @PathVariable UUID id) {
        scripts.openTo(visitor, id);
        return afterPage(id, null, null, List.of(), HttpStatus.OK);
    }

    /** For whoever followed the printed list: the two questions make a record of their own, once for each session. */
    @PostMapping("/sessions/{id}/after")
    ModelAndView after(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String change,
            @RequestParam(required = false) @Nullable String pain) {
        List<String> missing = PaperRecords.missing(change, pain);
        if (!missing.isEmpty()) {
            scripts.openTo(visitor, id);
            return afterPage(id, change, pain, missing, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        paper.take(visitor, id, String.valueOf(change), String.valueOf(pain));
        return new ModelAndView("redirect:/tomorrow");
    }

    private static ModelAndView afterPage(
            UUID id, @Nullable String change, @Nullable String pain, List<String> missing, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("session", id.toString());
        model.put("change", change == null ? "" : change);
        model.put("pain", pain == null ? "" : pain);
        model.put("missing", missing);
        return new ModelAndView("session/after", model, status);
    }
}
