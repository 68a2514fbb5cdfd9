package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Accounts;
import org.unknot.account.Browsers;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.Letters;
import org.unknot.account.Passkeys;
import org.unknot.account.Passwords;
import org.unknot.account.Roles;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** Proving again who one is, before something that cannot be undone; only in the ways that this account has. */
@Controller
@Door(Door.For.SIGNED_IN)
class AgainController {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Roles roles;
    private final Letters letters;
    private final Browsers browsers;
    private final LinkLimits limits;

    AgainController(
            Accounts accounts,
            Passkeys passkeys,
            Passwords passwords,
            Roles roles,
            Letters letters,
            Browsers browsers,
            LinkLimits limits) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.roles = roles;
        this.letters = letters;
        this.browsers = browsers;
        this.limits = limits;
    }

    @GetMapping("/sign-in/again")
    ModelAndView again(Visitor visitor, @RequestParam(defaultValue = "") String next) {
        PersonId person = Self.of(visitor);
        Optional<EmailAddress> email = email(person);
        return new ModelAndView(
                "account/again",
                Map.of(
                        "next",
                        LocalPath.of(next, "/account"),
                        "passkey",
                        !passkeys.of(person).isEmpty(),
                        "mail",
                        letters.offered() && email.isPresent(),
                        "hint",
                        email.map(EmailAddress::hint).orElse(""),
                        "email",
                        email.map(EmailAddress::value).orElse(""),
                        "password",
                        email.isPresent() && passwords.has(person),
                        "staff",
                        !roles.of(person).isEmpty()));
    }

    /** A link to the account's own address; nobody has to type it. */
    @PostMapping("/sign-in/again")
    String askForLink(
            Visitor visitor,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        EmailAddress to = email(Self.of(visitor)).orElseThrow(AccessDenied::new);
        limits.take(to, browsers.bucket(to, request));
        letters.linkToSignIn(to, browsers.asks(request, response), LocalPath.of(next, "/account"));
        return "redirect:/sign-in/sent";
    }

    private Optional<EmailAddress> email(PersonId person) {
        return accounts.contact(person).flatMap(Contact::email).map(EmailAddress::new);
    }
}
