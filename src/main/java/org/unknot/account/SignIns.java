package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * Who is signed in where. A sign-in always changes the session's id, so that an id that somebody else planted is worth nothing;
 * a second proof of the same person is added to the first one; another person's session ends first.
 */
@Component
public class SignIns {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecurityContextRepository contexts;
    private final Roles roles;
    private final Accounts accounts;
    private final Browsers browsers;
    private final Guests guests;
    private final Audit audit;
    private final Now now;

    SignIns(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SecurityContextRepository contexts,
            Roles roles,
            Accounts accounts,
            Browsers browsers,
            Guests guests,
            Audit audit,
            Now now) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.roles = roles;
        this.accounts = accounts;
        this.browsers = browsers;
        this.guests = guests;
        this.audit = audit;
        this.now = now;
    }

    /**
     * Signs the person in, in the browser that sends this request; what they proved just now counts from now.
     *
     * @throws AccessDenied where their account was erased meanwhile
     */
    @Transactional
    public void signIn(PersonId person, HttpServletRequest request, HttpServletResponse response, Factor... proofs) {
        // First: to write it down is to wait for whoever erases them now. A session of nobody would stay for a month.
        audit.record(Optional.of(person), person, Action.SIGN_IN, Purpose.ACCOUNT.name());
        if (!accounts.isAccount(person)) {
            throw new AccessDenied();
        }
        Map<String, GrantedAuthority> factors = new LinkedHashMap<>();
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        String name = person.value().toString();
        boolean again = false;
        if (before != null && before.getName().equals(name)) {
            again = true;
            before.getAuthorities().forEach(factor -> factors.put(String.valueOf(factor.getAuthority()), factor));
        }
        for (Factor proof : proofs) {
            factors.put(
                    proof.authority(),
                    FactorGrantedAuthority.withAuthority(proof.authority())
                            .issuedAt(now.instant())
                            .build());
        }
        begin(person, request, again);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, factors.values()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        if (guests.visitor(request).person().filter(person::equals).isPresent()) {
            guests.forget(request, response); // it opens nothing any more
        }
        accounts.contact(person)
                .flatMap(Contact::email)
                .ifPresent(email -> browsers.remember(new EmailAddress(email), request, response));
    }

    private void begin(PersonId person, HttpServletRequest request, boolean again) {
        SessionBounds bounds = roles.of(person).isEmpty() ? SessionBounds.OF_OTHERS : SessionBounds.OF_STAFF;
        HttpSession open = request.getSession(false);
        if (open != null && again) {
            request.changeSessionId();
            bounds.keepCookie(request);
            return;
        }
        if (open != null) {
            open.invalidate();
        }
        bounds.begin(request, now.instant());
        SessionFacts.begin(
                request.getSession(true),
                UuidCreator.getTimeOrderedEpoch(),
                request.getHeader("User-Agent"),
                now.instant());
    }

    /** For somebody who has become staff just now: other sessions end, and this one is as short as theirs. */
    void shorten(PersonId person, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        String here = own == null ? "" : own.getId();
        found(person).keySet().stream().filter(id -> !id.equals(here)).forEach(sessions::deleteById);
        if (own != null) {
            request.changeSessionId(); // and with it the cookie, which from now on ends with the browser
        }
        SessionBounds.OF_STAFF.begin(request, now.instant());
    }

    /** Ends the session of this browser; nothing happens where nobody is signed in. */
    @Transactional
    public void signOut(Visitor visitor, HttpServletRequest request) {
        visitor.actor()
                .filter(person -> visitor.standing() instanceof SignedIn)
                .ifPresent(
                        person -> audit.record(Optional.of(person), person, Action.SIGN_OUT, Purpose.ACCOUNT.name()));
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** Where the person is signed in, the browser used last first. */
    public List<OpenSession> sessions(PersonId person, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        String here = own == null ? "" : own.getId();
        return found(person).values().stream()
                .map(session -> SessionFacts.of(session, session.getId().equals(here)))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends one of the person's own sessions, wherever it is; says whether there was one of that name. */
    public boolean end(PersonId person, UUID session) {
        List<String> named = found(person).values().stream()
                .filter(open -> SessionFacts.of(open, false).name().equals(session))
                .map(Session::getId)
                .toList();
        named.forEach(sessions::deleteById);
        return !named.isEmpty();
    }

    /** Signs the person out everywhere, at once. */
    @Transactional
    public void endAll(PersonId person) {
        audit.record(Optional.of(person), person, Action.SIGN_OUT, Purpose.ACCOUNT.name());
        found(person).keySet().forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> found(PersonId person) {
        return sessions.findByPrincipalName(person.value().toString());
    }
}
