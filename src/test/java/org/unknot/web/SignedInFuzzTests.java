package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.audit.Audit;
import org.unknot.shared.PersonId;

/**
 * The same as {@link FuzzTests} from behind the doors, with the ids of somebody who has to do with none of those who send: not one
 * of that person's rows is another one afterwards.
 */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.limits=off", "server.address=127.0.0.1", "unknot.time-machine=false"})
class SignedInFuzzTests {

    /** What an owner may do to anybody, and a clinician for a reason: not what is looked for here. */
    private static final Set<String> BY_RIGHT = Set.of("account.role_given", "account.broken_glass", "account.letter");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Audit audit;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private final UUID bystander = UUID.randomUUID();
    private final List<String> theirs =
            List.of(bystander, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()).stream()
                    .map(UUID::toString)
                    .toList();

    private SignedInAs signedIn;
    private Somebody sender;

    @BeforeEach
    void somebodyWithOneOfEverything() throws Exception {
        signedIn = new SignedInAs(context);
        sender = signedIn.with();
        String rows = new ClassPathResource("org/unknot/account/one-of-everything.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        jdbc.update(
                rows,
                Map.of(
                        "person", bystander,
                        "other", UUID.fromString(theirs.get(1)),
                        "episode", UUID.fromString(theirs.get(2)),
                        "script", UUID.fromString(theirs.get(3)),
                        "record", UUID.fromString(theirs.get(4))));
        // There the secret of the link is the person's id, which here everybody knows.
        jdbc.update(
                "update account.carer_link set token_hash = sha256(gen_random_uuid()::text::bytea) where person_id = :person",
                Map.of("person", bystander));
    }

    @Test
    void aPatientReachesNobodyElse() throws Exception {
        reachesNobodyElse(signedIn::with, route -> true, Set.of());
    }

    /** Settings are the whole clinic's, and so of every test that comes after this one. */
    @Test
    void anOwnerWhoTreatsReachesNobodyWithoutARight() throws Exception {
        reachesNobodyElse(
                () -> signedIn.with(Role.OWNER, Role.SOFT_TISSUE_OT),
                route -> !route.equals("/staff/settings"),
                BY_RIGHT);
    }

    private void reachesNobodyElse(Supplier<Somebody> made, Predicate<String> routes, Set<String> byRight)
            throws Exception {
        Map<String, String> before = sums(byRight);
        assertThat(before).hasSizeGreaterThan(20);
        List<String> ids = ids();
        Fuzzer fuzzer = new Fuzzer(port, mapping, ids);
        sender = made.get();
        fuzzer.sweep(Fuzzer.lasting(5), routes, () -> stillSignedIn(made), fuzzer.some(ids, 6));
        int rounds = fuzzer.run(Fuzzer.lasting(2), routes, round -> stillSignedIn(made));
        assertThat(fuzzer.found()).as("seed %d", fuzzer.seed()).isEmpty();
        assertThat(rounds).as("every route").isPositive();
        assertThat(fuzzer.answered()).as("some of it was taken for good").isGreaterThan(50);
        assertThat(sums(byRight))
                .as("rows of the bystander, seed %d", fuzzer.seed())
                .isEqualTo(before);
        assertThat(audit.broken(new PersonId(bystander))).isEmpty();
    }

    /** Who signs out, or erases their account, may do so: then another one like them goes on. */
    private String stillSignedIn(Supplier<Somebody> made) {
        if (!isSignedIn(sender)) {
            sender = made.get();
        }
        return "Cookie: " + sender.cookieHeader() + "\r\nOrigin: http://localhost:" + port + "\r\n";
    }

    private boolean isSignedIn(Somebody somebody) {
        try {
            return RawHttp.to(port)
                            .get("/account", "Host: localhost:" + port, "Cookie: " + somebody.cookieHeader())
                            .status()
                    == 200;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those that were chosen, and those that the database made: of sessions, passkeys, links and so on. */
    private List<String> ids() {
        List<String> ids = new ArrayList<>(theirs);
        for (String table : tables()) {
            jdbc
                    .queryForList(
                            "select to_jsonb(t) ->> 'id' from " + table + " t where t::text like '%' || :id || '%'",
                            Map.of("id", bystander.toString()),
                            String.class)
                    .stream()
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .forEach(ids::add);
        }
        return ids;
    }

    /** Of every row outside the audit in which the bystander stands. */
    private Map<String, String> sums(Set<String> but) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables()) {
            if (!but.contains(table)) {
                sums.put(
                        table,
                        String.valueOf(jdbc.queryForObject(
                                "select md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) from " + table
                                        + " t where t::text like '%' || :id || '%'",
                                Map.of("id", bystander.toString()),
                                String.class)));
            }
        }
        return sums;
    }

    private List<String> tables() {
        return jdbc.queryForList("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit')
                """, Map.of(), String.class).stream()
                .map(String::valueOf)
                .toList();
    }
}
