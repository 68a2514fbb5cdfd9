package org.unknot.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PersonId;

/**
 * Who read or changed whose record, when and why; never what was in it. Entries are only added. Each carries the hash of the
 * one before it in the same person's chain, so that a changed or missing entry shows, and the head of the chain is kept beside
 * it, so that a missing last one shows too; chains of two people never wait for each other.
 */
@Component
public class Audit {

    private static final RowMapper<Broken> BROKEN = (row, n) -> new Broken(
            new PersonId(row.getObject(1, UUID.class)),
            row.getLong(2),
            How.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));

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
        jdbc.sql("select audit.append(:subject, :at, :actor, :action, :purpose, :allowed)")
                .param("subject", subject.value())
                .param("at", now.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.map(PersonId::value).orElse(null), java.sql.Types.OTHER)
                .param("action", action.name())
                .param("purpose", purpose)
                .param("allowed", allowed)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** What first does not fit in a person's chain; empty when all of it does. */
    @Transactional(readOnly = true)
    public Optional<Broken> broken(PersonId subject) {
        return jdbc.sql("select subject, n, what from audit.broken(?)")
                .param(subject.value())
                .query(BROKEN)
                .optional();
    }

    /** What first does not fit in each chain where something does not. Reads every entry there is. */
    @Transactional(readOnly = true)
    public List<Broken> broken() {
        return jdbc.sql("select subject, n, what from audit.broken() order by subject")
                .query(BROKEN)
                .list();
    }

    /**
     * A place where a chain does not fit.
     *
     * @param entry its number in the person's chain, from 1
     */
    public record Broken(PersonId subject, long entry, How how) {}

    /** What happened to an entry: it was altered, taken away, or put in past the end that the chain knows of. */
    public enum How {
        CHANGED,
        REMOVED,
        ADDED
    }
}
