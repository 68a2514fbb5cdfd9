package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.audit.Audit.Action;
import org.unknot.audit.Audit.Broken;
import org.unknot.audit.Audit.How;
import org.unknot.audit.Seals.Digest;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * What the daily digest proves beyond a chain, and that old entries go without breaking one. The tampering here is that of
 * somebody who owns the database, disables its triggers and knows how hashes are made. All of it is rolled back.
 */
@SpringBootTest
@Transactional
class SealTests {

    private static final Period SEVEN_YEARS = Period.ofYears(7);

    @Autowired
    private Audit audit;

    @Autowired
    private Entries entries;

    @Autowired
    private Seals seals;

    @Autowired
    private Now now;

    @Autowired
    private JdbcClient jdbc;

    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void whatWasSealedStillFits() {
        chain(3);
        Digest first = seal();
        chain(2);
        Digest second = seal();
        assertThat(second.n()).isEqualTo(first.n() + 1);
        assertThat(first.chains()).isPositive();
        assertThat(said()).contains("All of it fits.").contains(second.hash());
    }

    @Test
    void onlyChainsThatGrewAreSealedAgain() {
        chain(3);
        seal();
        assertThat(seal().chains()).isZero();
        chain(1);
        assertThat(seal().chains()).isEqualTo(1);
    }

    /** Entries, head and all: nothing of the person is left but the seal. */
    @Test
    void aWholeChainThatIsGoneWithItsHeadIsNamed() {
        chain(3);
        seal();
        tamper("delete from audit.entry where subject = ?");
        tamper("delete from audit.head where subject = ?");
        assertThat(audit.broken(person)).contains(new Broken(person, 3, How.REMOVED));
        assertThat(said()).contains("BROKEN person " + person.value() + ", entry 3: removed");
    }

    @Test
    void aChainThatIsGoneWithItsHeadAndItsSealsBreaksTheDigestOfThatDay() {
        chain(3);
        Digest sealed = seal();
        tamper("delete from audit.entry where subject = ?");
        tamper("delete from audit.head where subject = ?");
        tamper("delete from audit.seal where subject = ?");
        assertThat(said()).contains("BROKEN digest " + sealed.n() + " of " + sealed.day() + ": changed");
    }

    /** All hashes made anew, so that the chain fits by itself. */
    @Test
    void aChainThatWasWrittenAnewIsNamed() {
        chain(3);
        seal();
        tamper("update audit.entry set purpose = 'OTHER' where n = 2 and subject = ?");
        tamper(
                "update audit.entry set previous = (select hash from audit.entry two where two.subject = entry.subject and two.n = 2)"
                        + " where n = 3 and subject = ?");
        tamper(
                "update audit.head set hash = (select hash from audit.entry where entry.subject = head.subject and n = 3)"
                        + " where subject = ?");
        assertThat(audit.broken(person)).contains(new Broken(person, 3, How.CHANGED));
    }

    @Test
    void aDigestThatWasNotedIsMissedWhenAllOfThemWereWrittenAnew() {
        chain(3);
        Digest noted = seal();
        assertThat(new Verification(entries, seals)
                        .outcome(Optional.of(noted.hash()))
                        .lines()
                        .toString())
                .contains("The digest that was noted is number " + noted.n());
        tamper("update audit.digest set chains = chains + 1 where n = (select max(n) from audit.digest)");
        assertThat(new Verification(entries, seals)
                        .outcome(Optional.of(noted.hash()))
                        .lines()
                        .toString())
                .contains("BROKEN the digest that was noted is not among ours: " + noted.hash());
        assertThat(new Verification(entries, seals).outcome(Optional.of("x")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void aDigestThatIsTakenOutOfTheChainIsNamed() {
        Digest first = seal();
        Digest second = seal();
        seal();
        tamper("delete from audit.seal where digest = " + second.n());
        tamper("delete from audit.digest where n = " + second.n());
        assertThat(said())
                .contains("BROKEN digest " + (second.n() + 1))
                .doesNotContain("BROKEN digest " + first.n() + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit.entry where subject = ?",
                "update audit.entry set allowed = true where subject = ?",
                "delete from audit.seal where subject = ?",
                "update audit.seal set n = n where subject = ?",
            })
    void nothingIsTakenAwayInPassing(String statement) {
        chain(1);
        seal();
        assertThatThrownBy(() -> jdbc.sql(statement).param(person.value()).update())
                .hasMessageContaining("only added, never changed");
    }

    @Test
    void entriesOlderThanTheRetentionGoAndTheRestStillFits() {
        entry(yearsAgo(9));
        entry(yearsAgo(8));
        chain(2);
        retention(SEVEN_YEARS).on(today());
        assertThat(audit.trail(person, Optional.empty(), 10))
                .extracting(Audit.Entry::n)
                .containsExactly(4L, 3L);
        assertThat(audit.broken(person)).isEmpty();
        chain(1);
        assertThat(audit.broken(person)).isEmpty();
        assertThat(said()).contains("All of it fits.");
    }

    @Test
    void aChainOfWhichAllIsOldGoesOnWithTheNextEntry() {
        entry(yearsAgo(9));
        entry(yearsAgo(8));
        retention(SEVEN_YEARS).on(today());
        assertThat(audit.trail(person, Optional.empty(), 10)).isEmpty();
        assertThat(audit.broken(person)).isEmpty();
        chain(1);
        assertThat(audit.trail(person, Optional.empty(), 10))
                .extracting(Audit.Entry::n)
                .containsExactly(3L);
        assertThat(audit.broken(person)).isEmpty();
        tamper("update audit.entry set purpose = 'OTHER' where n = 3 and subject = ?");
        assertThat(audit.broken(person)).contains(new Broken(person, 3, How.CHANGED));
    }

    @Test
    void aFewGoAtATimeAndNothingOfTheLastYearEver() {
        for (int i = 0; i < 5; i++) {
            entry(yearsAgo(8));
        }
        entry(now.instant().minus(300, ChronoUnit.DAYS));
        seal();
        assertThat(seals.prune(person, now.instant(), 2)).isEqualTo(2);
        assertThat(seals.prune(person, now.instant(), 2)).isEqualTo(2);
        assertThat(seals.prune(person, now.instant(), 2)).isEqualTo(1);
        assertThat(seals.prune(person, now.instant(), 2)).isZero();
        assertThat(audit.trail(person, Optional.empty(), 10)).hasSize(1);
    }

    /** Somebody removes young entries and notes them as pruned, as if it had been the retention. */
    @Test
    void aPruningThatWasMadeUpIsNamed() {
        chain(3);
        seal();
        tamper("update audit.head set pruned_n = 2, pruned_at = now(), pruned_hash = (select hash from audit.entry"
                + " where entry.subject = head.subject and entry.n = 2) where subject = ?");
        tamper("delete from audit.entry where n <= 2 and subject = ?");
        assertThat(audit.broken(person)).contains(new Broken(person, 2, How.REMOVED));
    }

    /** And lies about when they were made: then the seal of a later day knows better. */
    @Test
    void aPruningThatWasMadeUpWithAnOldDateIsNamedToo() {
        jdbc.sql("select audit.seal_chains(current_date, now() - interval '3 days', now() - interval '7 years')")
                .query((row, n) -> 0)
                .list();
        chain(2);
        seal();
        chain(1);
        tamper(
                "update audit.head set pruned_n = 2, pruned_at = now() - interval '8 years', pruned_hash = (select hash from"
                        + " audit.entry where entry.subject = head.subject and entry.n = 2) where subject = ?");
        tamper("delete from audit.entry where n <= 2 and subject = ?");
        assertThat(audit.broken(person)).contains(new Broken(person, 2, How.REMOVED));
    }

    @Test
    void anOldEntryThatIsPutBackIsNamed() {
        entry(yearsAgo(8));
        chain(1);
        retention(SEVEN_YEARS).on(today());
        tamper(
                "insert into audit.entry (subject, n, at, action, purpose, allowed) values (?, 1, now(), 'READ', 'X', true)");
        assertThat(audit.broken(person)).contains(new Broken(person, 1, How.ADDED));
    }

    @Test
    void aRetentionBelowAYearIsRefused() {
        assertThatThrownBy(() -> retention(Period.ofMonths(11)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("P7Y");
        retention(Period.ofMonths(12));
    }

    private Retention retention(Period kept) {
        return new Retention(seals, now, kept);
    }

    private org.springframework.modulith.moments.DayHasPassed today() {
        return org.springframework.modulith.moments.DayHasPassed.of(now.today());
    }

    private Digest seal() {
        return seals.seal(LocalDate.EPOCH, now.instant(), yearsAgo(7));
    }

    private String said() {
        return String.join(
                "\n", new Verification(entries, seals).outcome(Optional.empty()).lines());
    }

    private Instant yearsAgo(int years) {
        return now.instant().minus(365L * years + years / 4, ChronoUnit.DAYS);
    }

    private void entry(Instant at) {
        entries.append(person, at, Optional.of(person), Action.READ, "PROGRAM", true, null);
    }

    private void chain(int length) {
        for (int i = 0; i < length; i++) {
            audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        }
    }

    private void tamper(String sql) {
        for (String table : new String[] {"entry", "seal", "digest"}) {
            jdbc.sql("alter table audit." + table + " disable trigger user").update();
        }
        var statement = jdbc.sql(sql);
        assertThat((sql.contains("?") ? statement.param(person.value()) : statement).update())
                .isNotNegative();
        for (String table : new String[] {"entry", "seal", "digest"}) {
            jdbc.sql("alter table audit." + table + " enable trigger user").update();
        }
    }
}
