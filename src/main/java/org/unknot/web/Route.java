package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** The pattern of the address asked for, such as {@code /shared/{token}}: what may stand in a log, where the address may not. */
final class Route {

    private Route() {}

    static String of(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "an address of no route" : pattern.toString();
    }
}
