package org.unknot.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Door;
import org.unknot.account.Factor;
import org.unknot.account.Roles;
import org.unknot.account.SignIns;
import org.unknot.demo.DemoLinks;
import org.unknot.shared.PersonId;

/**
 * Signs in by a printed link, in two steps like every link here: looking at it uses nothing up. It stands in for the passkey of
 * somebody who does not exist.
 */
@Controller
@Door(Door.For.ANYONE)
@ConditionalOnProperty("unknot.demo")
class DemoSignInController {

    private final DemoLinks links;
    private final SignIns signIns;
    private final Roles roles;

    DemoSignInController(DemoLinks links, SignIns signIns, Roles roles) {
        this.links = links;
        this.signIns = signIns;
        this.roles = roles;
    }

    @GetMapping("/demo/sign-in/{token}")
    ModelAndView page(@PathVariable String token) {
        if (!links.isOpen(token)) {
            throw new AccessDenied();
        }
        return new ModelAndView("demo/sign-in", Map.of());
    }

    @PostMapping("/demo/sign-in/{token}")
    String signIn(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = links.use(token).orElseThrow(AccessDenied::new);
        signIns.signIn(person, request, response, Factor.PASSKEY);
        return "redirect:" + (roles.of(person).isEmpty() ? "/plan" : "/staff");
    }
}
