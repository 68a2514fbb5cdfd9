package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccountErasure;
import org.unknot.account.ClinicWords;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Standing;
import org.unknot.account.Visitor;

/** What we keep about a person, in words, and one tap that erases it. */
@Door(Door.For.ANYONE)
@Controller
class PrivacyController {

    private final Guests guests;
    private final AccountErasure accounts;
    private final ClinicWords clinic;

    PrivacyController(Guests guests, AccountErasure accounts, ClinicWords clinic) {
        this.guests = guests;
        this.accounts = accounts;
        this.clinic = clinic;
    }

    @GetMapping("/privacy")
    ModelAndView privacy(Visitor visitor, @RequestParam(defaultValue = "false") boolean erased) {
        boolean known = visitor.person().isPresent();
        boolean signedIn = visitor.standing() instanceof Standing.SignedIn;
        return new ModelAndView(
                "account/privacy",
                Map.of("known", known, "erased", erased && !known, "signedIn", signedIn, "ask", clinic.onPrivacy()));
    }

    /** Erasing twice is no error: there is just nothing left. */
    @PostMapping("/erasure")
    String erase(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        if (visitor.standing() instanceof Standing.SignedIn) {
            accounts.erase(visitor, request, response); // only after a fresh proof, and never the last owner's
            return "redirect:/privacy?erased=true";
        }
        guests.known(visitor).ifPresent(person -> guests.erase(visitor, request, response));
        return "redirect:/privacy?erased=true";
    }
}
