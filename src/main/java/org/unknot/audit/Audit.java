package org.unknot.audit;

import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PersonId;

/**
 * Who read or changed whose record, when and why; never what was in it. Entries are only added. Each carries the hash of the
 * one before it in the same person's chain, so that a changed or missing entry shows; chains of two people never wait for
 * each other.
 */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Now now;

    Audit(JdbcClient jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    /** What was done or tried. */
    public enum Action {
        READ,
        CHANGE
    }

    /** Adds an entry in the caller's transaction: what is undone was not done. */
    @Transactional
    public void record(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {
        append(actor, subject, action, purpose, true);
    }

    /** Adds an entry that stays even when the caller's transaction is undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordDenial(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {
        append(actor, subject, action, purpose, false);
    }

    private void append(Optional<PersonId> actor, PersonId subject, Action action, String purpose, boolean allowed) {
        // The lock comes in a statement of its own: the next one then sees the entry of whoever held it before.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .param(subject.value().toString())
                .query((row, n) -> 1)
                .single();
        jdbc.sql("""
                        insert into audit.entry (subject, n, at, actor, action, purpose, allowed, previous)
                        select :subject, coalesce(max(n), 0) + 1, :at, :actor, :action, :purpose, :allowed,
                            (select hash from audit.entry where subject = :subject order by n desc limit 1)
                        from audit.entry where subject = :subject
                        """)
                .param("subject", subject.value())
                .param("at", now.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.map(PersonId::value).orElse(null), java.sql.Types.OTHER)
                .param("action", action.name())
                .param("purpose", purpose)
                .param("allowed", allowed)
                .update();
    }

    /** Number of the first entry of a person's chain that does not fit the ones before it; empty when all do. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken(PersonId subject) {
        return jdbc.sql("""
                        select min(n) from (
                            select n, previous, hash,
                                lag(hash) over (order by n) as expected_previous,
                                row_number() over (order by n) as expected_n,
                                audit.hash_of(previous, subject, n, at, actor, action, purpose, allowed) as expected_hash
                            from audit.entry where subject = ?) as chain
                        where n <> expected_n or hash <> expected_hash or previous is distinct from expected_previous
                        """)
                .param(subject.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }
}
