package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.unknot.audit.Audit.How;
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
