package org.unknot.account.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Accounts;
import org.unknot.account.Contact;
import org.unknot.account.Door;
import org.unknot.account.Freshness;
import org.unknot.account.Passwords;
import org.unknot.account.Visitor;
import org.unknot.shared.Texts;

/** Setting, changing or removing a password. Only with an e-mail address: it is what the password is for. */
@Controller
@Door(Door.For.SIGNED_IN)
class PasswordController {

    private final Passwords passwords;
    private final Accounts accounts;
    private final Freshness freshness;
    private final Texts texts;

    PasswordController(Passwords passwords, Accounts accounts, Freshness freshness, Texts texts) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.freshness = freshness;
        this.texts = texts;
    }

    /** Where password managers look (W3C, A Well-Known URL for Changing Passwords). */
    @GetMapping("/.well-known/change-password")
    @Door(Door.For.ANYONE)
    String wellKnown() {
        return "redirect:/account/password";
    }

    @GetMapping("/account/password")
    ModelAndView form(Visitor visitor) {
        freshness.require(visitor);
        return form(visitor, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/account/password")
    ModelAndView keep(Visitor visitor, @RequestParam(defaultValue = "") String password) {
        freshness.require(visitor);
        Optional<Passwords.Flaw> flaw = passwords.flaw(password, ownWords(visitor));
        if (flaw.isPresent()) {
            return form(visitor, flaw, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        passwords.keep(visitor, password);
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/account/removed-password")
    String remove(Visitor visitor) {
        passwords.remove(visitor);
        return "redirect:/account";
    }

    private List<String> ownWords(Visitor visitor) {
        return accounts.contact(Self.of(visitor)).stream()
                .flatMap(contact -> Stream.of(contact.email(), contact.name()))
                .flatMap(Optional::stream)
                .flatMap(words -> Stream.of(words.split("[@. ]")))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private ModelAndView form(Visitor visitor, Optional<Passwords.Flaw> flaw, HttpStatus status) {
        String refusal = flaw.map(what -> texts.text(
                        switch (what) {
                            case SHORT -> "account.password.short";
                            case LONG -> "account.password.long";
                            case GUESSABLE -> "account.password.guessable";
                        }))
                .orElse("");
        return new ModelAndView(
                "account/password",
                Map.of(
                        "refusal", refusal,
                        "email",
                                accounts.contact(Self.of(visitor))
                                        .flatMap(Contact::email)
                                        .orElse(""),
                        "has", passwords.has(Self.of(visitor))),
                status);
    }
}
