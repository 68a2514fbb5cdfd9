package org.unknot.account.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Invitation;
import org.unknot.account.Invitations;
import org.unknot.account.NotFresh;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;

/**
 * Joining the staff by an invitation. Its secret leaves the address at once for a cookie of an hour, so that it stands in no
 * history, no letter and no link back while somebody signs in on the way.
 */
@Controller
@Door(Door.For.ANYONE)
class JoinController {

    private static final String COOKIE = "unknot_joining";
    private static final Duration KEPT = Duration.ofHours(1);

    private final Invitations invitations;

    JoinController(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping("/join/{token}")
    ModelAndView arrive(@PathVariable("token") String token, HttpServletRequest request, HttpServletResponse response) {
        if (invitations.open(token).isEmpty()) {
            return gone();
        }
        keep(token, KEPT, request, response);
        return new ModelAndView("redirect:/join");
    }

    @GetMapping("/join")
    ModelAndView ask(Visitor visitor, HttpServletRequest request) {
        Optional<Invitation> invitation = invitations.open(token(request));
        if (invitation.isEmpty()) {
            return gone();
        }
        boolean signedIn = visitor.standing() instanceof SignedIn;
        boolean strong =
                visitor.standing() instanceof SignedIn known && known.strongAt().isPresent();
        List<String> roles = invitation.get().roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return new ModelAndView("account/join", Map.of("roles", roles, "signedIn", signedIn, "strong", strong));
    }

    @PostMapping("/join")
    ModelAndView accept(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!invitations.accept(token(request), visitor, request)) {
                return gone();
            }
        } catch (NotFresh weak) {
            return new ModelAndView("redirect:/join"); // the page says what is missing
        }
        keep("", Duration.ZERO, request, response);
        return new ModelAndView("redirect:/account");
    }

    private static ModelAndView gone() {
        return new ModelAndView("account/join-gone", Map.of(), HttpStatus.GONE);
    }

    private static String token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void keep(String token, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/join")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
