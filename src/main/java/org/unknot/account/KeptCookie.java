package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie, which ends with the browser unless whoever began the session said how long to keep it. */
final class KeptCookie extends DefaultCookieSerializer {

    /** What another cookie decodes to would go to the database, which fails at a zero byte. */
    private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String AGE = KeptCookie.class.getName();

    static void keep(HttpServletRequest request, Duration age) {
        request.setAttribute(AGE, age);
    }

    /** Those that can be the id of a session. */
    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(id -> SESSION_ID.matcher(id).matches())
                .toList();
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        if (!cookie.getCookieValue().isEmpty() && cookie.getRequest().getAttribute(AGE) instanceof Duration age) {
            cookie.setCookieMaxAge((int) age.toSeconds());
        }
        super.writeCookieValue(cookie);
    }
}
