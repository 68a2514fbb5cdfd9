package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Browsers;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.Factor;
import org.unknot.account.Passwords;
import org.unknot.account.RecoveryCodes;
import org.unknot.account.SignIns;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/** Signing in by password, or by a code on paper when the phone with the passkey is gone. */
@Controller
@Door(Door.For.ANYONE)
class OtherWaysController {

    private final Passwords passwords;
    private final RecoveryCodes codes;
    private final Browsers browsers;
    private final SignIns signIns;
    private final Arrival arrival;

    OtherWaysController(Passwords passwords, RecoveryCodes codes, Browsers browsers, SignIns signIns, Arrival arrival) {
        this.passwords = passwords;
        this.codes = codes;
        this.browsers = browsers;
        this.signIns = signIns;
        this.arrival = arrival;
    }

    @GetMapping("/sign-in/password")
    ModelAndView password(@RequestParam(defaultValue = "") String next) {
        return password(LocalPath.of(next, "/account"), "", false, HttpStatus.OK);
    }

    /** One refusal for a wrong address, a wrong password and an account without one. */
    @PostMapping("/sign-in/password")
    ModelAndView signIn(
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String then = LocalPath.of(next, "/account");
        Optional<PersonId> person = owner(email, password, request);
        if (person.isEmpty()) {
            return password(then, email, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        signIns.signIn(person.get(), request, response, Factor.PASSWORD);
        return arrival.of(visitor, person.get(), then);
    }

    private Optional<PersonId> owner(String email, String password, HttpServletRequest request) {
        EmailAddress typed;
        try {
            typed = EmailAddress.typed(email);
        } catch (BadInput mistyped) {
            return Optional.empty(); // it is told as any other wrong pair is
        }
        return passwords.owner(typed, password, browsers.bucket(typed, request));
    }

    private static ModelAndView password(String next, String email, boolean refused, HttpStatus status) {
        return new ModelAndView(
                "account/password-sign-in", Map.of("next", next, "email", email, "refused", refused), status);
    }

    @GetMapping("/sign-in/code")
    ModelAndView code(@RequestParam(defaultValue = "") String next) {
        return code(LocalPath.of(next, "/account"), false, HttpStatus.OK);
    }

    @PostMapping("/sign-in/code")
    ModelAndView useCode(
            Visitor visitor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        String then = LocalPath.of(next, "/account");
        Optional<PersonId> person = codes.use(code, browsers.bucket(request));
        if (person.isEmpty()) {
            return code(then, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        signIns.signIn(person.get(), request, response, Factor.RECOVERY_CODE);
        return arrival.of(visitor, person.get(), then);
    }

    private static ModelAndView code(String next, boolean refused, HttpStatus status) {
        return new ModelAndView("account/code-sign-in", Map.of("next", next, "refused", refused), status);
    }
}
