package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.Accounts;
import org.unknot.account.Browsers;
import org.unknot.account.Door;
import org.unknot.account.EmailAddress;
import org.unknot.account.Freshness;
import org.unknot.account.Letters;
import org.unknot.account.Passkeys;
import org.unknot.account.Passwords;
import org.unknot.account.RecoveryCodes;
import org.unknot.account.Roles;
import org.unknot.account.SignIns;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;

/** One's own account: the ways in, where one is signed in, and the ways to all that is kept. */
@Controller
@Door(Door.For.SIGNED_IN)
class AccountController {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final RecoveryCodes codes;
    private final SignIns signIns;
    private final Roles roles;
    private final Freshness freshness;
    private final Letters letters;
    private final Browsers browsers;
    private final LinkLimits limits;
    private final DateTimeFormatter day;
    private final Calendar calendar;

    AccountController(
            Accounts accounts,
            Passkeys passkeys,
            Passwords passwords,
            RecoveryCodes codes,
            SignIns signIns,
            Roles roles,
            Freshness freshness,
            Letters letters,
            Browsers browsers,
            LinkLimits limits,
            Calendar calendar) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.codes = codes;
        this.signIns = signIns;
        this.roles = roles;
        this.freshness = freshness;
        this.letters = letters;
        this.browsers = browsers;
        this.limits = limits;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Texts.LOCALE);
        this.calendar = calendar;
    }

    @GetMapping("/account")
    ModelAndView account(Visitor visitor, HttpServletRequest request) {
        return page(visitor, request, "", false, HttpStatus.OK);
    }

    private ModelAndView page(
            Visitor visitor, HttpServletRequest request, String email, boolean refused, HttpStatus status) {
        PersonId person = Self.of(visitor);
        List<AccountLine> keys = passkeys.of(person).stream()
                .map(key -> new AccountLine(key.id(), key.device(), said(key.lastUsedAt()), false))
                .toList();
        List<AccountLine> open = signIns.sessions(person, request).stream()
                .map(session ->
                        new AccountLine(session.name(), session.device(), said(session.lastUsed()), session.here()))
                .toList();
        return new ModelAndView(
                "account/account",
                Map.of(
                        "passkeys",
                        keys,
                        "sessions",
                        open,
                        "contact",
                        accounts.contact(person).orElseThrow(AccessDenied::new),
                        "staff",
                        !roles.of(person).isEmpty(),
                        "email",
                        email,
                        "refused",
                        refused,
                        "mail",
                        letters.offered(),
                        "password",
                        passwords.has(person),
                        "codes",
                        codes.left(person),
                        "fresh",
                        freshness.isFresh(visitor)),
                status);
    }

    private String said(Instant at) {
        return day.withZone(calendar.zone()).format(at);
    }

    /** The new address counts once its letter is answered. Nothing here tells whether somebody else has it. */
    @PostMapping("/account/address")
    ModelAndView address(
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        PersonId person = freshness.require(visitor);
        EmailAddress to;
        try {
            to = EmailAddress.typed(email);
        } catch (BadInput mistyped) {
            return page(visitor, request, email, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        limits.take(to, browsers.bucket(to, request));
        letters.linkToAddress(person, to, "/account");
        return new ModelAndView("redirect:/sign-in/sent");
    }

    @PostMapping("/account/removed-passkeys")
    String removePasskey(Visitor visitor, @RequestParam UUID passkey) {
        passkeys.remove(visitor, passkey);
        return "redirect:/account";
    }

    @PostMapping("/account/ended-sessions")
    String endSession(Visitor visitor, @RequestParam UUID session) {
        signIns.end(Self.of(visitor), session);
        return "redirect:/account";
    }

    @PostMapping("/account/sign-out-everywhere")
    String endAll(Visitor visitor, HttpServletRequest request) {
        signIns.endAll(Self.of(visitor));
        signIns.signOut(Visitor.NOBODY, request);
        return "redirect:/sign-in";
    }

    /** Shown with this answer and never again. */
    @PostMapping("/account/recovery-codes")
    ModelAndView newCodes(Visitor visitor) {
        return new ModelAndView("account/codes", Map.of("codes", codes.make(visitor)));
    }
}
