package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session's cookie: a secret, of which the program knows the hash. It ends with the browser unless whoever began the session
 * said how long to keep it.
 */
final class KeptCookie extends DefaultCookieSerializer {

    private static final String AGE = KeptCookie.class.getName();

    private final SessionSecrets secrets;

    KeptCookie(SessionSecrets secrets) {
        this.secrets = secrets;
        setUseBase64Encoding(false); // it is letters already
    }

    static void keep(HttpServletRequest request, Duration age) {
        request.setAttribute(AGE, age);
    }

    /** The ids of the sessions whose secrets these are. */
    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(SessionSecrets::looksRight)
                .map(SessionSecrets::idOf)
                .toList();
    }

    /** With an id for the cookie of a new session; without one the browser is to forget its own. */
    @Override
    public void writeCookieValue(CookieValue session) {
        String id = session.getCookieValue();
        CookieValue cookie =
                new CookieValue(session.getRequest(), session.getResponse(), id.isEmpty() ? "" : secrets.of(id));
        if (!id.isEmpty() && cookie.getRequest().getAttribute(AGE) instanceof Duration age) {
            cookie.setCookieMaxAge((int) age.toSeconds());
        }
        super.writeCookieValue(cookie);
    }
}
