package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.modulith.moments.support.Now;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who is signed in, read from the session when somebody asks; a session past its end is ended then. */
final class BoundedSessions implements SecurityContextRepository {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Now now;

    BoundedSessions(Now now) {
        this.now = now;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext context = sessions.loadDeferredContext(request);
        return new DeferredSecurityContext() {
            private boolean ended;

            @Override
            public SecurityContext get() {
                HttpSession session = ended ? null : request.getSession(false);
                if (session != null && SessionBounds.isOver(session, now.instant())) {
                    ended = true;
                    session.invalidate();
                }
                return ended ? SecurityContextHolder.createEmptyContext() : context.get();
            }

            @Override
            public boolean isGenerated() {
                return ended || context.isGenerated();
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; nobody calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }
}
