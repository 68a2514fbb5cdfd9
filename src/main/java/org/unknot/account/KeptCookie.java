package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie, which ends with the browser unless whoever began the session said how long to keep it. */
final class KeptCookie extends DefaultCookieSerializer {

    private static final String AGE = KeptCookie.class.getName();

    static void keep(HttpServletRequest request, Duration age) {
        request.setAttribute(AGE, age);
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        if (!cookie.getCookieValue().isEmpty() && cookie.getRequest().getAttribute(AGE) instanceof Duration age) {
            cookie.setCookieMaxAge((int) age.toSeconds());
        }
        super.writeCookieValue(cookie);
    }
}
