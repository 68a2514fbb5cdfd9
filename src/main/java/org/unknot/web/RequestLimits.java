package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.unknot.shared.Client;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * Bounds what one address may send: so many changes a minute, none of them larger than 512 KiB. Reading is free, and so is the
 * emergency page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class RequestLimits extends OncePerRequestFilter {

    private static final long LARGEST_BODY = 512L * 1024;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimit changes;

    RequestLimits(RateLimits limits, @Value("${unknot.changes-per-minute}") int changesPerMinute) {
        changes = limits.of(changesPerMinute, Duration.ofMinutes(1));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (!changes.tryTake(Client.of(request))) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
