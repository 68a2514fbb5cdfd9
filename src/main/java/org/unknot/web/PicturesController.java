package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.figure.Build;
import org.unknot.shared.BadInput;

/** Lets a person choose which of three bodies the pictures show. */
@Door(Door.For.ANYONE)
@Controller
class PicturesController {

    /** A path of our own pages: nothing that a browser could take for another host. */
    private static final Pattern OUR_PAGE = Pattern.compile("/(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?");

    @GetMapping("/pictures")
    ModelAndView choose(Build build, @RequestParam(defaultValue = "/") String back) {
        return new ModelAndView(
                "web/pictures", Map.of("builds", Arrays.asList(Build.values()), "chosen", build, "back", ours(back)));
    }

    @PostMapping("/pictures")
    String chosen(
            @RequestParam(defaultValue = "") String build,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Build chosen = BuildChoice.named(build)
                .orElseThrow(() -> new BadInput("build", "one of slim, middle, soft", "middle"));
        response.addHeader(
                HttpHeaders.SET_COOKIE, BuildChoice.cookie(chosen, request).toString());
        return "redirect:" + ours(back);
    }

    private static String ours(String back) {
        return OUR_PAGE.matcher(back).matches() ? back : "/";
    }
}
