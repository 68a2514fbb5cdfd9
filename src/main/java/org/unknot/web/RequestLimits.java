package org.unknot.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
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

/**
 * Bounds what one address may send: so many changes a minute, none of them larger than 512 KiB. Reading is free, and so is the
 * emergency page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class RequestLimits extends OncePerRequestFilter {

    private static final long LARGEST_BODY = 512L * 1024;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final int changesPerMinute;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    RequestLimits(@Value("${unknot.changes-per-minute}") int changesPerMinute) {
        this.changesPerMinute = changesPerMinute;
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
        } else if (!bucketOf(request).tryConsume(1)) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Bucket bucketOf(HttpServletRequest request) {
        return buckets.get(
                request.getRemoteAddr(),
                address -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(changesPerMinute).refillGreedy(changesPerMinute, Duration.ofMinutes(1)))
                        .build());
    }
}
