package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.audit.Audit.Action;
import org.unknot.audit.Audit.Broken;
import org.unknot.audit.Audit.Entry;
import org.unknot.audit.Audit.How;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/** Tampers with chains in SQL, as somebody who owns the database could. All of it is rolled back. */
@SpringBootTest
@Transactional
class AuditTests {

    private static final int LENGTH = 5;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    private final PersonId person = new PersonId(UUID.randomUUID());

    @Test
    void anUntouchedChainFits() {
        chain();
        assertThat(audit.broken(person)).isEmpty();
    }

    @Test
    void entriesCannotBeChangedInPassing() {
        chain();
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set purpose = 'OTHER' where subject = ?")
                        .param(person.value())
                        .update())
                .hasMessageContaining("never changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, LENGTH})
    void aChangedEntryIsNamed(int n) {
        chain();
        tamper("update audit.entry set purpose = 'OTHER' where subject = ? and n = ?", n);
        assertThat(audit.broken(person)).contains(new Broken(person, n, How.CHANGED));
        assertThat(audit.broken()).contains(new Broken(person, n, How.CHANGED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, LENGTH})
    void aRemovedEntryIsNamed(int n) {
        chain();
        tamper("delete from audit.entry where subject = ? and n = ?", n);
        assertThat(audit.broken(person)).contains(new Broken(person, n, How.REMOVED));
    }

    @Test
    void aWholeChainThatIsGoneIsNamed() {
        chain();
        tamper("delete from audit.entry where subject = ? and n > ?", 0);
        assertThat(audit.broken(person)).contains(new Broken(person, 1, How.REMOVED));
    }

    @Test
    void anEntryPutInPastTheHeadIsNamed() {
        chain();
        tamper("""
                insert into audit.entry (subject, n, at, actor, action, purpose, allowed, previous)
                select subject, n + 1, at, actor, action, purpose, allowed, hash from audit.entry where subject = ? and n = ?
                """, LENGTH);
        assertThat(audit.broken(person)).contains(new Broken(person, LENGTH + 1, How.ADDED));
    }

    @Test
    void sixteenAtOnceMakeOneChainWithoutGaps() throws Exception {
        TestTransaction.end(); // each has a transaction of its own
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newFixedThreadPool(16)) {
            List<? extends Future<?>> all = java.util.stream.IntStream.range(0, 64)
                    .mapToObj(i -> readers.submit(() -> {
                        start.await();
                        audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
                        return i;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(audit.broken(person)).isEmpty();
        assertThat(jdbc.sql("select n from audit.head where subject = ?")
                        .param(person.value())
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isEqualTo(64);
    }

    @Test
    void aReasonIsPartOfWhatCannotBeChanged() {
        audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES", "  Called from the ward  ");
        assertThat(audit.trail(person, Optional.empty(), 10).getFirst().reason())
                .contains("Called from the ward");
        tamper("update audit.entry set reason = 'Nosy' where subject = ? and n = ?", 1);
        assertThat(audit.broken(person)).contains(new Broken(person, 1, How.CHANGED));
    }

    /** As V2_01 and V2_02 wrote them: form 1, hashed without a reason. */
    @Test
    void entriesOfTheOldFormStillFitAndTheChainGoesOn() {
        jdbc.sql("""
                        with one as (insert into audit.entry (subject, n, at, action, purpose, allowed, form)
                            values (:person, 1, now(), 'READ', 'PROGRAM', true, 1) returning *)
                        insert into audit.head (subject, n, hash) select subject, n, audit.hash_of(previous, subject, n, at, actor,
                            action, purpose, allowed) from one
                        """).param("person", person.value()).update();
        chain();
        assertThat(audit.broken(person)).isEmpty();
        tamper("update audit.entry set purpose = 'OTHER' where subject = ? and n = ?", 1);
        assertThat(audit.broken(person)).contains(new Broken(person, 1, How.CHANGED));
    }

    /** Without the lengths in the hash, these two would read the same. */
    @Test
    void wordsCannotMoveFromOneFieldToTheNextUnseen() {
        audit.record(Optional.of(person), person, Action.EXPORT, "A", "true|1|b");
        tamper("update audit.entry set purpose = 'A|true|8|true', reason = 'b' where subject = ? and n = ?", 1);
        assertThat(audit.broken(person)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "nul\0", "\ud800"})
    void aReasonThatIsNoneIsRefused(String reason) {
        assertThatThrownBy(() -> audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES", reason))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aReasonOfFiveHundredLettersIsTakenAndOneMoreIsNot() {
        audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES", "🦴".repeat(500));
        assertThatThrownBy(
                        () -> audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES", "a".repeat(501)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void noGlassIsBrokenWithoutAReason() {
        assertThatThrownBy(() -> audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES"))
                .hasMessageContaining("entry_why_the_glass_was_broken");
    }

    @Test
    void theTrailIsNewestFirstAndGoesOnWhereAPageEnded() {
        chain();
        List<Entry> first = audit.trail(person, Optional.empty(), 2);
        assertThat(first).extracting(Entry::n).containsExactly(5L, 4L);
        assertThat(audit.trail(person, Optional.of(first.getLast().cursor()), 200))
                .extracting(Entry::n)
                .containsExactly(3L, 2L, 1L);
        assertThat(first.getFirst())
                .returns(Optional.of(person), Entry::actor)
                .returns(Action.READ, Entry::action)
                .returns("PROGRAM", Entry::purpose)
                .returns(true, Entry::allowed)
                .returns(Optional.empty(), Entry::reason);
    }

    @Test
    void theTrailAndBrokenGlassesAreReadFromAnIndex() {
        for (String other : List.of("seqscan", "bitmapscan", "sort")) { // a table of a few rows is read whole otherwise
            jdbc.sql("set local enable_" + other + " = off").update();
        }
        assertThat(plan("select n from audit.entry where subject = '" + person.value()
                        + "' and n < 9 order by n desc limit 5"))
                .contains("Scan Backward using entry_pkey")
                .doesNotContain("Sort");
        assertThat(
                        plan(
                                "select n from audit.entry where action = 'BREAK_GLASS' and at >= now() - interval '1 day' order by at desc"))
                .contains("entry_broken_glass")
                .doesNotContain("Sort");
    }

    @Test
    void theOwnerSeesWhoBrokeTheGlassAndWhy() {
        PersonId nurse = new PersonId(UUID.randomUUID());
        chain();
        audit.record(Optional.of(nurse), person, Action.BREAK_GLASS, "NOTES", "Called from the ward");
        assertThat(audit.breakGlasses(Instant.EPOCH, 200))
                .filteredOn(glass -> glass.subject().equals(person))
                .singleElement()
                .satisfies(glass -> assertThat(glass.entry().actor()).contains(nurse));
        assertThat(audit.breakGlasses(Instant.now().plusSeconds(3600), 200)).isEmpty();
    }

    @Test
    void aReadAloneDoesNotWaitForTheDiskAndWhateverChangesDoes() {
        audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        assertThat(waitsForTheDisk()).isFalse();
        audit.record(Optional.of(person), person, Action.CHANGE, "PROGRAM");
        assertThat(waitsForTheDisk()).isTrue();
        audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        assertThat(waitsForTheDisk()).isTrue();
    }

    @Test
    void aReadAfterAChangeWaitsWithIt() {
        jdbc.sql("create temporary table changed (n int) on commit drop").update();
        audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        assertThat(waitsForTheDisk()).isTrue();
    }

    @Test
    void aBrokenGlassWaits() {
        audit.record(Optional.of(person), person, Action.BREAK_GLASS, "NOTES", "Called from the ward");
        assertThat(waitsForTheDisk()).isTrue();
    }

    private boolean waitsForTheDisk() {
        return jdbc.sql("show synchronous_commit")
                .query((row, n) -> row.getString(1))
                .single()
                .equals("on");
    }

    private String plan(String statement) {
        return String.join(
                "\n",
                jdbc.sql("explain " + statement)
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private void chain() {
        for (int i = 0; i < LENGTH; i++) {
            audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
        }
    }

    private void tamper(String sql, int n) {
        jdbc.sql("alter table audit.entry disable trigger user").update();
        assertThat(jdbc.sql(sql).params(person.value(), n).update()).isPositive();
        jdbc.sql("alter table audit.entry enable trigger user").update();
    }
}
