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
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.Visitor;
import org.unknot.account.WaitingPlan;

/** A plan that was made on this phone before anybody signed in: into the account, left where it is, or erased. */
@Controller
@Door(Door.For.SIGNED_IN)
class WaitingPlanController {

    private final WaitingPlan plans;
    private final Accounts accounts;

    WaitingPlanController(WaitingPlan plans, Accounts accounts) {
        this.plans = plans;
        this.accounts = accounts;
    }

    @GetMapping("/sign-in/plan")
    ModelAndView ask(Visitor visitor, HttpServletRequest request) {
        if (!plans.isThere(visitor, request)) {
            return new ModelAndView("redirect:/account");
        }
        return ask(visitor, false, HttpStatus.OK);
    }

    @PostMapping("/sign-in/plan")
    ModelAndView decide(
            Visitor visitor,
            @RequestParam(defaultValue = "") String plan,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (plan) {
            case "add" -> plans.add(visitor, request, response);
            case "erase" -> plans.erase(visitor, request, response);
            case "leave" -> {}
            default -> {
                return ask(visitor, true, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView ask(Visitor visitor, boolean refused, HttpStatus status) {
        Optional<String> email = accounts.contact(Self.of(visitor))
                .flatMap(Contact::email)
                .map(address -> new EmailAddress(address).hint());
        return new ModelAndView("account/waiting-plan", Map.of("hint", email.orElse(""), "refused", refused), status);
    }
}
