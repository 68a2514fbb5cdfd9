package org.unknot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms and queries that cannot be decoded before anybody reads them: Tomcat throws wherever a parameter is first asked
 * for, with the value in its message, and that would be a failure of ours and in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 28)
class ParameterCheck extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refusal = refusal(request);
        if (refusal == 0) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refusal);
        }
    }

    /** The status to refuse with, 0 where all can be read. */
    private static int refusal(HttpServletRequest request) {
        try {
            Map<String, String[]> read = request.getParameterMap();
            boolean zero = read.entrySet().stream()
                    .anyMatch(pair -> holdsZero(pair.getKey())
                            || Arrays.stream(pair.getValue()).anyMatch(ParameterCheck::holdsZero));
            return zero ? HttpServletResponse.SC_BAD_REQUEST : 0; // no text in PostgreSQL can hold one
        } catch (InvalidParameterException undecodable) {
            return undecodable.getErrorCode();
        }
    }

    private static boolean holdsZero(String text) {
        return text.indexOf('\0') >= 0;
    }
}
