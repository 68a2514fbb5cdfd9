package org.unknot.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages between a spasm and the first relief, and the way to help. The same for everybody, so a browser may keep them: they
 * say nothing about a person, set no cookie and work without a network. What the forms send is for triage.
 */
@Controller
class FirstScreens {

    private final FirstScreensBuild build;

    FirstScreens(FirstScreensBuild build) {
        this.build = build;
    }

    @GetMapping("/")
    @Nullable
    ModelAndView home(WebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "web/home", Map.of());
    }

    @GetMapping("/offline")
    @Nullable
    ModelAndView offline(WebRequest request, HttpServletResponse response) {
        return unlessKnown(request, response, "web/offline", Map.of());
    }

    /** The page, or nothing but 304 to a browser that has this build's. */
    private @Nullable ModelAndView unlessKnown(
            WebRequest request, HttpServletResponse response, String view, Map<String, ?> model) {
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
        return request.checkNotModified(build.tag()) ? null : new ModelAndView(view, model);
    }
}
