package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Browsers;
import org.unknot.account.ClinicWords;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.EmailLinks;
import org.unknot.account.Letters;
import org.unknot.account.SignIns;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;

/** The way in: a passkey, or a link to one's e-mail address, which also makes the account where there is none. */
@Controller
@Door(Door.For.ANYONE)
class SignInController {

    private static final String HOME = "/account";

    private final Letters letters;
    private final EmailLinks links;
    private final LinkLimits limits;
    private final Browsers browsers;
    private final SignIns signIns;
    private final ClinicWords clinic;

    SignInController(
            Letters letters,
            EmailLinks links,
            LinkLimits limits,
            Browsers browsers,
            SignIns signIns,
            ClinicWords clinic) {
        this.letters = letters;
        this.links = links;
        this.limits = limits;
        this.browsers = browsers;
        this.signIns = signIns;
        this.clinic = clinic;
    }

    @GetMapping("/sign-in")
    ModelAndView ways(Visitor visitor, @RequestParam(defaultValue = "") String next) {
        String then = LocalPath.of(next, HOME);
        return visitor.standing() instanceof SignedIn
                ? new ModelAndView("redirect:" + then)
                : ways(then, "", false, HttpStatus.OK);
    }

    /** What is done and said is the same for every address. */
    @PostMapping("/sign-in")
    ModelAndView askForLink(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String then = LocalPath.of(next, HOME);
        EmailAddress to;
        try {
            to = EmailAddress.typed(email);
        } catch (BadInput mistyped) {
            return ways(then, email, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        limits.take(to, browsers.bucket(to, request));
        letters.linkToSignIn(to, browsers.asks(request, response), then);
        return new ModelAndView("redirect:/sign-in/sent");
    }

    private ModelAndView ways(String next, String email, boolean refused, HttpStatus status) {
        return new ModelAndView(
                "account/sign-in",
                Map.of(
                        "next", next,
                        "email", email,
                        "refused", refused,
                        "mail", letters.offered(),
                        "said", clinic.onSignIn()),
                status);
    }

    /** For whoever has lost every way in: what there still is, and of the staff, who can help. */
    @GetMapping("/sign-in/lost")
    ModelAndView lost() {
        return new ModelAndView("account/lost", Map.of("mail", letters.offered()));
    }

    @GetMapping("/sign-in/sent")
    ModelAndView sent() {
        return new ModelAndView("account/sent");
    }

    /** Looking uses nothing up: the button does. */
    @GetMapping("/sign-in/link")
    ModelAndView link(@RequestParam(defaultValue = "") String token) {
        return links.isOpen(token) ? new ModelAndView("account/link", Map.of("token", token)) : spent();
    }

    @PostMapping("/sign-in/link")
    ModelAndView open(
            Visitor visitor,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (links.open(token, browsers.asked(request), visitor, request, response)) {
            case EmailLinks.Outcome.In in ->
                new ModelAndView("redirect:" + (in.planWaits() ? "/sign-in/plan" : in.next()));
            case EmailLinks.Outcome.AddressKept kept -> new ModelAndView("redirect:" + kept.next());
            case EmailLinks.Outcome.AddressTaken taken ->
                new ModelAndView("account/taken", Map.of(), HttpStatus.CONFLICT);
            case EmailLinks.Outcome.Refused refused -> spent();
        };
    }

    private ModelAndView spent() {
        return new ModelAndView("account/spent", Map.of(), HttpStatus.GONE);
    }

    @PostMapping("/sign-out")
    String signOut(Visitor visitor, HttpServletRequest request) {
        signIns.signOut(visitor, request);
        return "redirect:/sign-in";
    }
}
