package org.unknot.account.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;

/** One's own name and telephone number, for whom the clinic should be able to call. */
@Controller
@Door(Door.For.SIGNED_IN)
class NameController {

    private final Accounts accounts;

    NameController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/account/name")
    ModelAndView form(Visitor visitor, @RequestParam(defaultValue = "false") boolean kept) {
        Contact contact = accounts.contact(Self.of(visitor)).orElseThrow(AccessDenied::new);
        return form(contact.name().orElse(""), contact.phone().orElse(""), kept, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/account/name")
    ModelAndView keep(
            Visitor visitor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone) {
        try {
            accounts.callMe(visitor, name, phone);
            return new ModelAndView("redirect:/account/name?kept=true");
        } catch (BadInput wrong) {
            return form(name, phone, false, Optional.of(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView form(
            String name, String phone, boolean kept, Optional<BadInput> wrong, HttpStatus status) {
        return new ModelAndView(
                "account/name", Map.of("name", name, "phone", phone, "kept", kept, "wrong", wrong), status);
    }
}
