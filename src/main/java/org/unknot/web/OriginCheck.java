package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another site asks a browser to make. A guest has no server session to carry a token, so the browser's
 * own word decides: {@code Origin}, else {@code Sec-Fetch-Site}. A request that brings a cookie but neither is refused too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OriginCheck extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || comesFromOurPages(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean comesFromOurPages(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return sameHost(origin, request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return request.getHeader("Cookie") == null;
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        @Nullable URI uri = parse(origin);
        if (uri == null || uri.getHost() == null) {
            return false;
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost().equalsIgnoreCase(request.getServerName()) && port == request.getServerPort();
    }

    private static @Nullable URI parse(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
