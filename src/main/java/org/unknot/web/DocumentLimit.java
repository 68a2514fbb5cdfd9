package org.unknot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.unknot.shared.Client;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/** Bounds what costs much to make, for each client: printed sheets and exports. Asked by route, however its address is written. */
@Component
class DocumentLimit implements HandlerInterceptor, WebMvcConfigurer {

    /** Each is a route of ours, or a test fails. */
    static final Set<String> DOCUMENTS = Set.of("/plan/sheet.pdf", "/account/copy");

    private final RateLimit documents;

    DocumentLimit(RateLimits limits, @Value("${unknot.documents-per-minute}") int documentsPerMinute) {
        documents = limits.of(documentsPerMinute, Duration.ofMinutes(1));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!DOCUMENTS.contains(Route.of(request)) || documents.tryTake(Client.of(request))) {
            return true;
        }
        RequestLimits.tellToWait(response, documents.untilNext(Client.of(request)));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        return false;
    }
}
