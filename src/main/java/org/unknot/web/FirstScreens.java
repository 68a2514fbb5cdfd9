package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.unknot.account.ActingFor;
import org.unknot.account.Door;
import org.unknot.guidance.EasePosition;
import org.unknot.guidance.Guidance;
import org.unknot.triage.DangerForm;
import org.unknot.triage.DangerPages;

/**
 * The pages between a spasm and the first relief, and the way to help. The same for everybody but for the
 * build of the pictures, so a browser may keep them: they say nothing about a person, set no cookie and work without a network.
 * What the forms send is for triage.
 */
@Door(Door.For.ANYONE)
@Controller
class FirstScreens {

    private final FirstScreensBuild build;
    private final DangerPages danger;
    private final Guidance guidance;

    FirstScreens(FirstScreensBuild build, DangerPages danger, Guidance guidance) {
        this.build = build;
        this.danger = danger;
        this.guidance = guidance;
    }

    @GetMapping("/")
    @Nullable
    ModelAndView home(ServletWebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "web/home", Map.of());
    }

    @GetMapping("/call-now")
    @Nullable
    ModelAndView callNow(ServletWebRequest request, HttpServletResponse response) {
        return dangerPage(request, response, "call-now");
    }

    @GetMapping("/doctor-first")
    @Nullable
    ModelAndView doctorFirst(ServletWebRequest request, HttpServletResponse response) {
        return dangerPage(request, response, "doctor-first");
    }

    private @Nullable ModelAndView dangerPage(ServletWebRequest request, HttpServletResponse response, String id) {
        return unlessKnown(request, response, "web/" + id, Map.of("danger", danger.page(id), "form", DangerForm.EMPTY));
    }

    @GetMapping("/lie")
    @Nullable
    ModelAndView lie(ServletWebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "web/lie", Map.of());
    }

    /** The first hold: the player where there is JavaScript, the same steps as a list where there is none. */
    @GetMapping("/ease/{position}")
    @Nullable
    ModelAndView ease(
            @PathVariable("position") String position, ServletWebRequest request, HttpServletResponse response)
            throws NoResourceFoundException {
        EasePosition ease = guidance.ease(position)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/ease/" + position, "/ease"));
        return unlessKnown(request, response, "web/ease", Map.of("ease", ease));
    }

    @GetMapping("/emergency")
    @Nullable
    ModelAndView emergency(ServletWebRequest request, HttpServletResponse response) {
        return unlessKnown(
                request,
                response,
                "web/emergency",
                Map.of(
                        "pack",
                        guidance.localePack(),
                        "signs",
                        danger.page("call-now").lines()));
    }

    /** Without a level the page takes the more urgent one. */
    @GetMapping("/doctor")
    @Nullable
    ModelAndView doctor(
            @RequestParam(name = "level", defaultValue = "same-day") String level,
            ServletWebRequest request,
            HttpServletResponse response) {
        String shown = "within-days".equals(level) ? level : "same-day";
        return unlessKnown(request, response, "web/doctor", Map.of("pack", guidance.localePack(), "level", shown));
    }

    /** The player alone; it plays what the phone keeps for when there is no network. */
    @GetMapping("/play")
    @Nullable
    ModelAndView play(ServletWebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "session/kept", Map.of());
    }

    @GetMapping("/offline")
    @Nullable
    ModelAndView offline(ServletWebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "web/offline", Map.of());
    }

    /** Whoever acts for somebody has a banner on it, with a name. */
    private String tag(HttpServletRequest request) {
        String tag = build.tag(BuildChoice.of(request));
        return ActingFor.shownOn(request)
                .map(name -> tag.replaceFirst("\"$", "-" + Integer.toHexString(name.hashCode()) + "\""))
                .orElse(tag);
    }

    /** The page, or nothing but 304 to a browser that has it of this program and with these pictures. */
    private @Nullable ModelAndView unlessKnown(
            ServletWebRequest request, HttpServletResponse response, String view, Map<String, ?> model) {
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        return request.checkNotModified(tag(request.getRequest())) ? null : new ModelAndView(view, model);
    }
}
