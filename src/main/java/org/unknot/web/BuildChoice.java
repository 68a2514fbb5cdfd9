package org.unknot.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.unknot.figure.Build;

/**
 * Which of the three bodies the pictures show. The choice stays with the browser, in a cookie that holds one word and is only
 * set by whoever chose: nothing about a body is stored here. Controllers take it as a parameter.
 */
@Component
class BuildChoice implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String COOKIE = "build";
    private static final Duration KEPT = Duration.ofDays(365);

    /** The body that the browser asks for; the middle one where it says nothing that we know. */
    static Build of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(word -> named(word).stream())
                .findFirst()
                .orElse(Build.MIDDLE);
    }

    /** For example of {@code soft}. */
    static Optional<Build> named(String word) {
        return Arrays.stream(Build.values())
                .filter(build -> build.word().equals(word))
                .findFirst();
    }

    static ResponseCookie cookie(Build build, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, build.word())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Build.class;
    }

    @Override
    public Build resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
