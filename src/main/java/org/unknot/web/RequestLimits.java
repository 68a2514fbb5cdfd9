package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unknot.shared.Client;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * Bounds what one client may send: so many changes a minute, none of them larger than 512 KiB, to an address of at most 4 KiB. Reading
 * is free, and so is the emergency page; {@link DocumentLimit} bounds what costs much.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class RequestLimits extends OncePerRequestFilter {

    private static final long LARGEST_BODY = 512L * 1024;
    private static final int LONGEST_ADDRESS = 4096;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimit changes;

    RequestLimits(RateLimits limits, @Value("${unknot.changes-per-minute}") int changesPerMinute) {
        changes = limits.of(changesPerMinute, Duration.ofMinutes(1));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (length(request.getRequestURI()) + length(request.getQueryString()) > LONGEST_ADDRESS) {
            response.sendError(HttpStatus.URI_TOO_LONG.value());
        } else if (READS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (!changes.tryTake(Client.of(request))) {
            tellToWait(response, changes.untilNext(Client.of(request)));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** In whole seconds, rounded up. */
    static void tellToWait(HttpServletResponse response, Duration wait) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
    }
}
