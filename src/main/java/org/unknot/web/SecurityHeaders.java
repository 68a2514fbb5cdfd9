package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the browser to load nothing from elsewhere, run no inline script, and frame us nowhere. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SecurityHeaders extends OncePerRequestFilter {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** For a worker, and for a drawing that is opened by itself; nothing else asks a file what it may do. */
    private static final String POLICY_OF_FILES = "default-src 'self'; frame-ancestors 'none'";

    /** What no page of ours uses is off, for us as for whatever might get into a page. */
    private static final String PERMISSIONS_POLICY = "accelerometer=(), camera=(), display-capture=(), "
            + "geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), midi=(), payment=(), serial=(), "
            + "usb=(), xr-spatial-tracking=(), microphone=(self), screen-wake-lock=(self), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.getRequestURI().startsWith("/a/")) {
            response.setHeader("Content-Security-Policy", POLICY_OF_FILES);
        } else {
            forDocuments(response);
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }

    /** Most of it is of no use to a script or a picture, and the session asks for forty of them. */
    private static void forDocuments(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    }
}
