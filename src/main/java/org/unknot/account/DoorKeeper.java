package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit.Action;

/**
 * Stands at every route that a controller serves and lets in whom its {@link Door} lets in; a route without one is closed to
 * everybody. Who must sign in is sent there and back; who may not is told what they would be told if there were nothing here.
 */
@Component
class DoorKeeper implements HandlerInterceptor, WebMvcConfigurer {

    static final Duration FRESH = Duration.ofMinutes(5);

    private final Visitors visitors;
    private final RolesGiven roles;
    private final ActingFor actingFor;
    private final Denials denials;
    private final Now now;

    DoorKeeper(Visitors visitors, RolesGiven roles, ActingFor actingFor, Denials denials, Now now) {
        this.visitors = visitors;
        this.roles = roles;
        this.actingFor = actingFor;
        this.denials = denials;
        this.now = now;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route)) {
            return true; // a file, the same for everybody
        }
        Door door = doorOf(route);
        if (door == null) {
            throw new AccessDenied();
        }
        Visitor visitor = visitors.of(request);
        if (!actingFor.holds(visitor, request)) {
            return notForThemAnyMore(request, response); // what was meant for their record must not go into one's own
        }
        return switch (answer(door, visitor)) {
            case COME_IN -> true;
            case SIGN_IN -> sendTo("/sign-in", request, response);
            case PROVE_IT_AGAIN -> sendTo("/sign-in/again", request, response);
            case NOTHING_HERE -> throw new AccessDenied();
        };
    }

    private static boolean notForThemAnyMore(HttpServletRequest request, HttpServletResponse response) {
        if (isForAProgram(request)) {
            throw new AccessDenied();
        }
        return leadTo("/account/people", response);
    }

    static @Nullable Door doorOf(HandlerMethod route) {
        Door own = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), Door.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Door.class);
    }

    private enum Answer {
        COME_IN,
        SIGN_IN,
        PROVE_IT_AGAIN,
        NOTHING_HERE
    }

    private Answer answer(Door door, Visitor visitor) {
        if (door.value() == Door.For.ANYONE) {
            return Answer.COME_IN;
        }
        if (!(visitor.standing() instanceof SignedIn signedIn)) {
            return Answer.SIGN_IN;
        }
        return switch (door.value()) {
            case ANYONE -> Answer.COME_IN;
            case SIGNED_IN -> proven(door, Optional.of(signedIn.provedAt()));
            case STAFF -> {
                if (!isOneOf(door, roles.of(signedIn.self()))) {
                    denials.writeDown(visitor, signedIn.self(), Action.READ, Purpose.ROLES.name());
                    yield Answer.NOTHING_HERE;
                }
                yield signedIn.strongAt().isEmpty() ? Answer.PROVE_IT_AGAIN : proven(door, signedIn.strongAt());
            }
        };
    }

    private static boolean isOneOf(Door door, Set<Role> own) {
        return door.roles().length == 0
                ? !own.isEmpty()
                : Arrays.stream(door.roles()).anyMatch(own::contains);
    }

    private Answer proven(Door door, Optional<Instant> at) {
        Instant oldest = now.instant().minus(FRESH);
        boolean fresh = at.filter(proof -> !proof.isBefore(oldest)).isPresent();
        return fresh || !door.fresh() ? Answer.COME_IN : Answer.PROVE_IT_AGAIN;
    }

    /** Browsers are led there and back; a program is told in its own way, since it could not follow. */
    private static boolean sendTo(String path, HttpServletRequest request, HttpServletResponse response) {
        if (isForAProgram(request)) {
            throw new SignInNeeded();
        }
        String query = request.getQueryString();
        String here = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return leadTo(path + "?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8), response);
    }

    private static boolean isForAProgram(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().startsWith("/api/") || accept == null || !accept.contains("text/html");
    }

    private static boolean leadTo(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, address);
        return false;
    }
}
