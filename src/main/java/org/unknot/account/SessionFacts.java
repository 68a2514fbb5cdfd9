package org.unknot.account;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** What a session remembers besides who it is: a name to end it by, the device in words, and since when. */
final class SessionFacts {

    private static final String NAME = "unknot.name";
    private static final String DEVICE = "unknot.device";
    private static final String SINCE = "unknot.since";
    private static final UUID NAMELESS = new UUID(0, 0);

    private SessionFacts() {}

    static void begin(HttpSession session, UUID name, @Nullable String userAgent, Instant since) {
        session.setAttribute(NAME, name);
        session.setAttribute(
                DEVICE, Device.of(userAgent == null ? "" : userAgent).words());
        session.setAttribute(SINCE, since);
    }

    static OpenSession of(Session session, boolean here) {
        UUID name = session.getAttributeOrDefault(NAME, NAMELESS);
        String device = session.getAttributeOrDefault(DEVICE, "");
        Instant since = session.getAttributeOrDefault(SINCE, session.getCreationTime());
        return new OpenSession(name, device, since, session.getLastAccessedTime(), here);
    }
}
