package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.AccessDenied;
import org.unknot.account.SignInNeeded;
import org.unknot.shared.BadInput;
import org.unknot.shared.Texts;

/**
 * Turns what went wrong into words: problem+json for programs, a page for people. Bad input names the field, what was
 * expected and a good example; nothing about our insides is told.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String EXAMPLE_ID = "0190a8c0-0000-7000-8000-000000000000";

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    Object on(BadInput input, HttpServletRequest request) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "web.problem.input", input.expected(), input.example());
        problem.setProperty("field", input.field());
        problem.setProperty("expected", input.expected());
        problem.setProperty("example", input.example());
        return answer(problem, request);
    }

    @ExceptionHandler
    Object on(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        Throwable cause = unreadable.getMostSpecificCause();
        if (cause instanceof BadInput input) {
            return on(input, request);
        }
        return answer(problem(HttpStatus.BAD_REQUEST, "web.problem.unreadable"), request);
    }

    /** Whoever may not see a record is not told whether it exists. */
    @ExceptionHandler
    Object on(AccessDenied denied, HttpServletRequest request) {
        return answer(problem(HttpStatus.NOT_FOUND, "web.problem.not-found"), request);
    }

    @ExceptionHandler
    Object on(SignInNeeded needed, HttpServletRequest request) {
        return answer(problem(HttpStatus.UNAUTHORIZED, "web.problem.sign-in"), request);
    }

    @ExceptionHandler
    Object on(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return on(new BadInput(mismatch.getName(), "an id as it stands in our links", EXAMPLE_ID), request);
    }

    /** The firewall of Spring Security looks at a name or value only when it is read. */
    @ExceptionHandler
    Object on(RequestRejectedException rejected, HttpServletRequest request) {
        return answer(problem(HttpStatus.BAD_REQUEST), request);
    }

    /** The phone hung up; there is nobody left to tell. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException hungUp) {
        LOG.debug("Hung up: {}", hungUp.getMessage());
    }

    @ExceptionHandler
    Object on(Exception exception, HttpServletRequest request) {
        if (exception instanceof ErrorResponse known) {
            return answer(problem(known.getStatusCode()), request);
        }
        LOG.error("Unexpected at {} {}", request.getMethod(), Route.of(request), exception);
        return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR), request);
    }

    /** What a filter or the server itself refused at the path asked for. */
    Object answer(HttpStatusCode status, String path, HttpServletRequest request) {
        return answer(problem(status), path, request);
    }

    private ProblemDetail problem(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> problem(status, "web.problem.elsewhere");
            case 404 -> problem(status, "web.problem.not-found");
            case 405 -> problem(status, "web.problem.method");
            case 411, 413 -> problem(status, "web.problem.too-large");
            case 421 -> problem(status, "web.problem.host");
            case 414, 431 -> problem(status, "web.problem.too-long");
            case 429 -> problem(status, "web.problem.too-many");
            case 415, 406 -> problem(status, "web.problem.media-type");
            default -> problem(status, status.is4xxClientError() ? "web.problem.unreadable" : "web.problem.ours");
        };
    }

    ProblemDetail problem(HttpStatusCode status, String key, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(texts.text(key + ".title"));
        problem.setDetail(texts.text(key + ".detail", arguments));
        return problem;
    }

    static Object answer(ProblemDetail problem, HttpServletRequest request) {
        return answer(problem, request.getRequestURI(), request);
    }

    private static Object answer(ProblemDetail problem, String path, HttpServletRequest request) {
        HttpStatus status =
                Optional.ofNullable(HttpStatus.resolve(problem.getStatus())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        if (wantsPage(path, request)) {
            return new ModelAndView(
                    "web/problem",
                    Map.of("title", text(problem.getTitle()), "detail", text(problem.getDetail())),
                    status);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean wantsPage(String path, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return !path.startsWith("/api/") && accept != null && accept.contains("text/html");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
