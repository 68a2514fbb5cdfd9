package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * While the database is away or its disk is full, every request that needs it is told so: 503 with Retry-After. Nothing of
 * such a request is kept, because what it wrote was one transaction that never ended.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final Duration RETRY_SOON = Duration.ofSeconds(5);
    private static final Duration RETRY_WHEN_ROOM_WAS_MADE = Duration.ofMinutes(5);

    private final Problems problems;

    DatabaseAway(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    Object on(RuntimeException failed, HttpServletRequest request, HttpServletResponse response) {
        return switch (DatabaseOutage.in(failed)) {
            case AWAY -> unavailable("web.problem.away", RETRY_SOON, failed, request, response);
            case DISK_FULL -> unavailable("web.problem.full", RETRY_WHEN_ROOM_WAS_MADE, failed, request, response);
            case NONE -> problems.on(failed, request);
        };
    }

    private Object unavailable(
            String key,
            Duration retry,
            RuntimeException failed,
            HttpServletRequest request,
            HttpServletResponse response) {
        // one line: while it lasts there is one for every request, and the cause is always the same
        LOG.warn("No database for {} {}: {}", request.getMethod(), Route.of(request), failed.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retry.toSeconds()));
        return Problems.answer(problems.problem(HttpStatus.SERVICE_UNAVAILABLE, key), request);
    }
}
