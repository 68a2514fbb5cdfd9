package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;

/** How long a session lasts: without being used, and at most. */
enum SessionBounds {
    /** Ends with the browser, too: a clinic's machine has many hands on it. */
    OF_STAFF(Duration.ofMinutes(30), Duration.ofHours(12)),
    /** On one's own phone, one sign-in should last through a spasm. */
    OF_OTHERS(Duration.ofDays(30), Duration.ofDays(30));

    private static final String ENDS_AT = "unknot.ends-at";

    private final Duration idle;
    private final Duration most;

    SessionBounds(Duration idle, Duration most) {
        this.idle = idle;
        this.most = most;
    }

    void begin(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(ENDS_AT, now.plus(most));
        keepCookie(request);
    }

    /** A new id is a new cookie, which must be kept as long as the one before. */
    void keepCookie(HttpServletRequest request) {
        if (this == OF_OTHERS) {
            KeptCookie.keep(request, most);
        }
    }

    static boolean isOver(HttpSession session, Instant now) {
        return session.getAttribute(ENDS_AT) instanceof Instant end && !now.isBefore(end);
    }
}
