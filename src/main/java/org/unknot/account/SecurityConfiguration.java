package org.unknot.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.moments.support.Now;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Signing in, by Spring Security, with sessions in the database so that each can be seen and ended. It decides only who
 * somebody is. Which routes are open to whom stands at each route ({@link Door}); which records, with the {@link Gate}.
 */
@Configuration
@EnableWebSecurity
@EnableJdbcHttpSession(tableName = "account.http_session")
class SecurityConfiguration {

    static final String SESSION_COOKIE = "unknot_session";

    @Bean
    SecurityFilterChain signIn(HttpSecurity http, SecurityContextRepository contexts) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                // The shell sets our headers, and its OriginCheck refuses other sites' posts, with or without a session
                // (docs/decisions/2611-cross-site-requests.md). A request cache would give guests a session.
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    SecurityContextRepository contexts(Now now) {
        return new BoundedSessions(now);
    }

    @Bean
    CookieSerializer sessionCookie(SessionSecrets secrets) {
        DefaultCookieSerializer cookie = new KeptCookie(secrets);
        cookie.setCookieName(SESSION_COOKIE);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
