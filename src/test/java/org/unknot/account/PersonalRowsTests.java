package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.PersonalRows.Kept;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/**
 * No table with a person in it is forgotten: each is named, copied, erased, and goes along to an account. Which tables and
 * columns there are is asked of the database, not of the program.
 */
@SpringBootTest
class PersonalRowsTests {

    /** Tables that are about nobody, or about somebody in a way that is dealt with elsewhere, with the reason. */
    private static final Map<String, String> ABOUT_NOBODY = Map.of(
            "account.signing_key", "one key for the whole program",
            "account.http_session_attributes", "goes with its session",
            "account.invitation_link", "goes with its invitation",
            "audit.entry", "stays when a record is erased, without a name",
            "audit.head", "the end of each chain of audit.entry",
            "audit.seal", "how far each chain of audit.entry had grown",
            "audit.digest", "one for all chains a day",
            "guidance.clinic_settings", "settings of the clinic; who set them is an id without a name",
            "demo.mark", "that everybody here is invented",
            "audit.denial_count", "how many were refused on a day; of nobody");

    @Autowired
    private List<PersonalRows> modules;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Adoption adoption;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void everyTableIsNamedByAModuleOrIsAboutNobody() {
        assertThat(tablesOfOurs())
                .as("name it in a PersonalRows, or say above why it is about nobody")
                .containsExactlyInAnyOrderElementsOf(union(named(), ABOUT_NOBODY.keySet()));
        assertThat(named()).doesNotContainAnyElementsOf(ABOUT_NOBODY.keySet());
    }

    @Test
    void oneOfEverythingHasARowInEveryNamedTable() {
        PersonId person = oneOfEverything();
        Set<String> empty = new TreeSet<>(named());
        empty.removeIf(table ->
                rows(table).contains(person.value().toString()) || table.equals("program.outcome") && count(table) > 0);
        assertThat(empty).as("add a row to one-of-everything.sql").isEmpty();
    }

    @Test
    void aCopyHoldsEveryNamedTableAndWhatIsInIt() {
        PersonId person = oneOfEverything();
        Map<String, String> copy = modules.stream()
                .flatMap(module -> module.export(person).stream())
                .collect(Collectors.toMap(Kept::table, Kept::rows));
        assertThat(copy.keySet()).containsExactlyInAnyOrderElementsOf(named());
        copy.forEach((table, rows) ->
                assertThat(JsonMapper.shared().readTree(rows)).as(table).hasSize(1));
    }

    @Test
    void nobodyElsesRowsAreInACopy() {
        PersonId person = oneOfEverything();
        String other = oneOfEverything().value().toString();
        assertThat(modules.stream().flatMap(module -> module.export(person).stream()))
                .noneMatch(kept -> kept.rows().contains(other));
    }

    @Test
    void erasingLeavesThePersonNowhereButInTheAudit() {
        PersonId person = oneOfEverything();
        PersonId other = oneOfEverything();
        Map<String, Integer> before = counts();
        transaction.executeWithoutResult(within -> erasure.erase(person));
        assertThat(mentions(person)).isEmpty();
        assertThat(mentions(other)).isNotEmpty();
        Map<String, Integer> after = counts();
        named().forEach(table -> assertThat(after.get(table)).as(table).isEqualTo(before.getOrDefault(table, 0) - 1));
    }

    /** Who said yes to looking after somebody is in that link, too. */
    @Test
    void aLinkThatSomebodyAcceptedIsInTheirCopyAndGoesWithThem() {
        PersonId person = oneOfEverything();
        PersonId carer = oneOfEverything();
        jdbc.update(
                "update account.carer_link set accepted_at = now(), accepted_by = :carer where person_id = :person",
                Map.of("carer", carer.value(), "person", person.value()));
        assertThat(modules.stream().flatMap(module -> module.export(carer).stream()))
                .filteredOn(kept -> kept.table().equals("account.carer_link"))
                .singleElement()
                .matches(kept -> kept.rows().contains(carer.value().toString())
                        && kept.rows().contains(person.value().toString()));
        transaction.executeWithoutResult(within -> erasure.erase(carer));
        assertThat(rows("account.carer_link")).doesNotContain(carer.value().toString());
        assertThat(mentions(person)).isNotEmpty();
    }

    @Test
    void adoptingMovesEveryRowOfAGuestAndLosesNone() {
        PersonId guest = guest();
        PersonId account = oneOfEverything();
        Map<String, Integer> before = counts();
        adoption.adopt(Visitor.guest(guest), signedIn(account));
        assertThat(mentions(guest)).containsExactly("account.adopted.former_id");
        Map<String, Integer> after = counts();
        named().forEach(table -> assertThat(after.get(table))
                .as(table)
                .isEqualTo(before.getOrDefault(table, 0)
                        + switch (table) {
                            case "account.person", "account.device_link", "account.ceremony" -> -1;
                            // what both told is put together in a run of its own
                            case "account.adopted", "triage.run" -> 1;
                            default -> 0;
                        }));
    }

    @Test
    void onlyAGuestIsAdoptedAndOnlyByAnAccount() {
        PersonId one = oneOfEverything();
        PersonId other = oneOfEverything();
        assertThatThrownBy(() -> adoption.adopt(Visitor.guest(one), signedIn(other)))
                .as("somebody with an account is no guest")
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> adoption.adopt(signedIn(one), signedIn(other))).isInstanceOf(AccessDenied.class);
        jdbc.update("delete from account.account where person_id = :id", Map.of("id", one.value()));
        assertThatThrownBy(() -> adoption.adopt(Visitor.guest(one), Visitor.guest(other)))
                .isInstanceOf(AccessDenied.class);
        assertThat(mentions(one)).isNotEmpty();
    }

    private static Visitor signedIn(PersonId person) {
        return new Visitor(Optional.of(person), new SignedIn(person, Optional.empty()));
    }

    private PersonId oneOfEverything() {
        PersonId person = new PersonId(UUID.randomUUID());
        try {
            String script = new ClassPathResource("one-of-everything.sql", PersonalRowsTests.class)
                    .getContentAsString(StandardCharsets.UTF_8);
            jdbc.update(
                    script,
                    new MapSqlParameterSource()
                            .addValue("person", person.value())
                            .addValue("other", UUID.randomUUID())
                            .addValue("episode", UUID.randomUUID())
                            .addValue("script", UUID.randomUUID())
                            .addValue("record", UUID.randomUUID()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return person;
    }

    /** What only an account has, a guest has not. */
    private PersonId guest() {
        PersonId person = oneOfEverything();
        jdbc.update("delete from account.account where person_id = :id", Map.of("id", person.value()));
        jdbc.update("delete from account.http_session where principal_name = :id::text", Map.of("id", person.value()));
        jdbc.update("delete from account.invitation where accepted_by = :id", Map.of("id", person.value()));
        return person;
    }

    private Set<String> named() {
        return modules.stream()
                .flatMap(module -> module.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private Set<String> tablesOfOurs() {
        return new TreeSet<>(jdbc.queryForList("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')
                """, Map.of(), String.class));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        tablesOfOurs().forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("select count(*) from " + table, Map.of(), Integer.class);
        return count == null ? 0 : count;
    }

    private String rows(String table) {
        return String.valueOf(
                jdbc.queryForObject("select json_agg(t)::text from " + table + " t", Map.of(), String.class));
    }

    private Set<String> mentions(PersonId person) {
        return new Mentions(jdbc).of(person);
    }
}
