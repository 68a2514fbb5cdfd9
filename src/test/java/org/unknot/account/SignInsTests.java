package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/** Sessions: begun by a sign-in under a new id, added to by a second proof, listed, ended. */
@SpringBootTest
class SignInsTests {

    @Autowired
    private SignIns signIns;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Visitors visitors;

    @Autowired
    private SessionRepositoryFilter<?> sessionFilter;

    @Autowired
    private FilterChainProxy security;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSignInIsKnownToTheNextRequestAndToNoOther() {
        PersonId kim = accounts.open();
        Browser browser = new Browser();
        browser.signIn(kim, Factor.LINK);
        assertThat(browser.visitor().actor()).contains(kim);
        assertThat(signedIn(browser).strongAt()).isEmpty();
        assertThat(new Browser().visitor()).isEqualTo(Visitor.NOBODY);
    }

    @Test
    void aPasskeyIsStrongAndSoAreTwoProofsAndOneAloneIsNot() {
        PersonId kim = accounts.open();
        Browser browser = new Browser();
        browser.signIn(kim, Factor.PASSWORD);
        assertThat(signedIn(browser).strongAt()).isEmpty();
        browser.signIn(kim, Factor.LINK);
        assertThat(signedIn(browser).strongAt()).isPresent();
        Browser other = new Browser();
        other.signIn(kim, Factor.PASSKEY);
        assertThat(signedIn(other).strongAt()).isPresent();
    }

    @Test
    void proofsOfOnePersonAreNotThoseOfTheNext() {
        Browser browser = new Browser();
        browser.signIn(accounts.open(), Factor.PASSWORD);
        PersonId second = accounts.open();
        browser.signIn(second, Factor.LINK);
        assertThat(browser.visitor().actor()).contains(second);
        assertThat(signedIn(browser).strongAt()).isEmpty();
    }

    @Test
    void everySignInChangesTheIdSoThatAPlantedOneIsWorthNothing() {
        PersonId attacker = accounts.open();
        Browser planted = new Browser();
        planted.signIn(attacker, Factor.LINK);
        Browser victim = new Browser();
        victim.session = planted.session;
        victim.signIn(accounts.open(), Factor.LINK);
        assertThat(victim.session).isNotEqualTo(planted.session);
        assertThat(planted.visitor()).as("the planted id").isEqualTo(Visitor.NOBODY);
        String before = victim.session;
        victim.signIn(victim.visitor().actor().orElseThrow(), Factor.PASSWORD);
        assertThat(victim.session).as("after the second proof").isNotEqualTo(before);
    }

    @Test
    void sessionsAreListedAndEachCanBeEnded() {
        PersonId kim = accounts.open();
        Browser phone = new Browser();
        phone.signIn(kim, Factor.LINK);
        Browser desk = new Browser();
        desk.signIn(kim, Factor.PASSKEY);
        OpenSession atDesk = desk.run(request -> signIns.sessions(kim, request)).stream()
                .filter(OpenSession::here)
                .findFirst()
                .orElseThrow();
        assertThat(atDesk.device()).isEqualTo("Chrome, Android");
        assertThat(signIns.end(accounts.open(), atDesk.name()))
                .as("not by another")
                .isFalse();
        assertThat(signIns.end(kim, atDesk.name())).isTrue();
        assertThat(desk.visitor()).isEqualTo(Visitor.NOBODY);
        assertThat(phone.visitor().actor()).contains(kim);
        signIns.endAll(kim);
        assertThat(phone.visitor()).isEqualTo(Visitor.NOBODY);
    }

    private static SignedIn signedIn(Browser browser) {
        return (SignedIn) browser.visitor().standing();
    }

    /** Sends requests through the session's and the security's filters, and keeps one cookie. */
    private final class Browser {

        private String session = "";

        Visitor visitor() {
            return run(visitors::of);
        }

        void signIn(PersonId person, Factor factor) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            run(
                    request -> {
                        signIns.signIn(person, request, response, factor);
                        return Optional.empty();
                    },
                    response);
        }

        <T> T run(java.util.function.Function<HttpServletRequest, T> work) {
            return run(work, new MockHttpServletResponse());
        }

        private <T> T run(java.util.function.Function<HttpServletRequest, T> work, MockHttpServletResponse response) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
            request.addHeader("User-Agent", "Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36");
            if (!session.isEmpty()) {
                request.setCookies(new Cookie(SecurityConfiguration.SESSION_COOKIE, session));
            }
            AtomicReference<T> answer = new AtomicReference<>();
            FilterChain page = (asked, answered) -> answer.set(work.apply((HttpServletRequest) asked));
            try {
                sessionFilter.doFilter(
                        request, response, (asked, answered) -> security.doFilter(asked, answered, page));
            } catch (java.io.IOException | jakarta.servlet.ServletException e) {
                throw new IllegalStateException(e);
            }
            Cookie cookie = response.getCookie(SecurityConfiguration.SESSION_COOKIE);
            if (cookie != null) {
                session = String.valueOf(cookie.getValue());
            }
            return answer.get();
        }
    }
}
