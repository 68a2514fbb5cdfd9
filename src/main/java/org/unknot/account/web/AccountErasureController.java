package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.AccountErasure;
import org.unknot.account.Door;
import org.unknot.account.Roles;
import org.unknot.account.Standing;
import org.unknot.account.Visitor;

/** Where somebody with an account takes it away, with everything in it. */
@Controller
class AccountErasureController {

    private final AccountErasure erasure;
    private final Roles roles;

    AccountErasureController(AccountErasure erasure, Roles roles) {
        this.erasure = erasure;
        this.roles = roles;
    }

    @GetMapping("/account/erasure")
    @Door(Door.For.SIGNED_IN)
    ModelAndView ask(Visitor visitor) {
        if (!(visitor.standing() instanceof Standing.SignedIn)) {
            throw new AccessDenied();
        }
        return new ModelAndView(
                "account/erasure",
                Map.of(
                        "other",
                        !visitor.actor().equals(visitor.person()),
                        "staff",
                        visitor.actor()
                                .filter(self -> !roles.of(self).isEmpty())
                                .isPresent()));
    }

    /** Only for who proved just now who they are: a phone left on a table must not be enough. */
    @PostMapping("/account/erasure")
    @Door(value = Door.For.SIGNED_IN, fresh = true)
    String erase(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        erasure.erase(visitor, request, response);
        return "redirect:/privacy?erased=true";
    }
}
