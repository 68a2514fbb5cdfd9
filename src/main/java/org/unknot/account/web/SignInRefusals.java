package org.unknot.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.NotFresh;
import org.unknot.account.TooManyTries;
import org.unknot.shared.Texts;

/** What to do instead: prove it again, or wait, or take another way in. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SignInRefusals {

    private static final String RETRY_AFTER_SECONDS = "120";

    private final Texts texts;

    SignInRefusals(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    Object on(NotFresh old, HttpServletRequest request) {
        String again = "/sign-in/again?next=" + LocalPath.of(page(request), "/account");
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = problem(HttpStatus.FORBIDDEN, "account.problem.again");
            problem.setProperty("next", again);
            return answer(problem);
        }
        return new ModelAndView("redirect:" + again);
    }

    /** The page that was asked for, or on which the form stood. */
    private static String page(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        if (request.getMethod().equals("GET")) {
            return request.getRequestURI();
        }
        return referrer == null
                ? ""
                : referrer.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "");
    }

    @ExceptionHandler
    Object on(TooManyTries many, HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return answer(problem(HttpStatus.TOO_MANY_REQUESTS, "account.problem.wait"));
        }
        return new ModelAndView("account/wait", Map.of(), HttpStatus.TOO_MANY_REQUESTS);
    }

    private ProblemDetail problem(HttpStatus status, String key) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(texts.text(key + ".title"));
        problem.setDetail(texts.text(key + ".detail"));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
