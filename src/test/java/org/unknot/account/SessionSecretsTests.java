package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.shared.PersonId;

/** Whoever reads the database, or a copy of it, cannot be anybody by what stands there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class SessionSecretsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    private SignedInAs signedIn;

    @BeforeEach
    void open() {
        signedIn = new SignedInAs(context);
    }

    @Test
    void noCookieStandsInAnyRow() throws Exception {
        Somebody somebody = signedIn.with();
        String guest = signedIn.guestCookie();
        assertThat(account(somebody.cookieHeader())).isEqualTo(200);
        List<String> cookies = List.of(
                somebody.cookie(), guest.substring(guest.indexOf('=') + 1), signedIn.weakSession(somebody.person()));
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            String rows = String.valueOf(jdbc.queryForObject(
                    "select string_agg(t::text, chr(10)) from " + table + " t", Map.of(), String.class));
            cookies.stream()
                    .filter(cookie -> rows.contains(cookie) || rows.contains(inHex(cookie)))
                    .map(cookie -> table + " holds " + cookie)
                    .forEach(found::add);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatStandsInTheDatabaseOpensNothing() throws Exception {
        Somebody somebody = signedIn.with();
        assertThat(account(somebody.cookieHeader())).isEqualTo(200);
        for (String id : ids(somebody.person())) {
            assertThat(account(SecurityConfiguration.SESSION_COOKIE + "=" + id)).isEqualTo(303);
        }
    }

    @Test
    void whoeverIsSignedOutElsewhereIsOutAndOnlyThere() throws Exception {
        Somebody somebody = signedIn.with();
        String elsewhere = SecurityConfiguration.SESSION_COOKIE + "=" + signedIn.weakSession(somebody.person());
        assertThat(account(elsewhere)).isEqualTo(200);
        Knock.at(base(), somebody.cookieHeader(), "POST", "/account/sign-out-everywhere", "");
        assertThat(account(elsewhere)).isEqualTo(303);
        assertThat(account(somebody.cookieHeader())).isEqualTo(303);
    }

    private int account(String cookie) throws Exception {
        return Knock.at(base(), cookie, "GET", "/account", null).statusCode();
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private List<String> ids(PersonId person) {
        return jdbc
                .queryForList(
                        "select session_id from account.http_session where principal_name = :person",
                        Map.of("person", person.value().toString()),
                        String.class)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private List<String> tables() {
        return jdbc.queryForList("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                """, Map.of(), String.class).stream()
                .map(String::valueOf)
                .toList();
    }

    private static String inHex(String cookie) {
        return HexFormat.of().formatHex(cookie.getBytes(StandardCharsets.UTF_8));
    }
}
