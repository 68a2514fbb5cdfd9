package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.unknot.shared.PersonId;

/**
 * Who is signed in where. A sign-in always changes the session's id, so that an id that somebody else planted is worth nothing;
 * a second proof of the same person is added to the first one; another person's session ends first.
 */
@Component
public class SignIns {

    static final Duration PATIENT_IDLE = Duration.ofDays(30);

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SecurityContextRepository contexts;
    private final Now now;

    SignIns(FindByIndexNameSessionRepository<? extends Session> sessions, SecurityContextRepository contexts, Now now) {
        this.sessions = sessions;
        this.contexts = contexts;
        this.now = now;
    }

    /** Signs the person in, in the browser that sends this request; what they proved just now counts from now. */
    public void signIn(PersonId person, HttpServletRequest request, HttpServletResponse response, Factor... proofs) {
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
        begin(request, again);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, factors.values()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private void begin(HttpServletRequest request, boolean again) {
        HttpSession open = request.getSession(false);
        if (open != null && again) {
            request.changeSessionId();
            return;
        }
        if (open != null) {
            open.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) PATIENT_IDLE.toSeconds());
        SessionFacts.begin(session, UuidCreator.getTimeOrderedEpoch(), request.getHeader("User-Agent"), now.instant());
    }

    /** Ends the session of this browser; nothing happens where nobody is signed in. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
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
    public void endAll(PersonId person) {
        found(person).keySet().forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> found(PersonId person) {
        return sessions.findByPrincipalName(person.value().toString());
    }
}
