package org.unknot.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.audit.Audit.Action;
import org.unknot.audit.Audit.Broken;
import org.unknot.audit.Audit.BrokenGlass;
import org.unknot.audit.Audit.Entry;
import org.unknot.audit.Audit.How;
import org.unknot.shared.PersonId;

/** The chains. What makes and checks their hashes is SQL too, beside the tables, so that it can be read where they are. */
@Repository
class Entries {

    private static final RowMapper<Broken> BROKEN = (row, n) -> new Broken(
            new PersonId(row.getObject(1, UUID.class)),
            row.getLong(2),
            How.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));

    private static final RowMapper<Entry> ENTRY = (row, n) -> new Entry(
            row.getLong(1),
            row.getObject(2, OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject(3, UUID.class)).map(PersonId::new),
            Action.valueOf(row.getString(4)),
            row.getString(5),
            row.getBoolean(6),
            Optional.ofNullable(row.getString(7)));

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(
            PersonId subject,
            Instant at,
            Optional<PersonId> actor,
            Action action,
            String purpose,
            boolean allowed,
            @Nullable String reason) {
        jdbc.sql("select audit.append(:subject, :at, :actor, :action, :purpose, :allowed, :reason)")
                .param("subject", subject.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.map(PersonId::value).orElse(null), java.sql.Types.OTHER)
                .param("action", action.name())
                .param("purpose", purpose)
                .param("allowed", allowed)
                .param("reason", reason, java.sql.Types.VARCHAR)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    boolean hasChain(PersonId subject) {
        return jdbc.sql("select exists (select from audit.head where subject = ?)")
                .param(subject.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Only counts, and is not waited for on the disk: a number of many is no evidence of one. */
    void countDenial(LocalDate day, Action action, String purpose) {
        jdbc.sql("select set_config('synchronous_commit', 'off', true)")
                .query((row, n) -> row.getString(1))
                .single();
        jdbc.sql("""
                        insert into audit.denial_count (day, action, purpose, n) values (?, ?, ?, 1)
                        on conflict (day, action, purpose) do update set n = denial_count.n + 1
                        """).params(day, action.name(), purpose).update();
    }

    List<Entry> before(PersonId subject, long n, int limit) {
        return jdbc.sql("""
                        select n, at, actor, action, purpose, allowed, reason from audit.entry
                        where subject = ? and n < ? order by n desc limit ?
                        """).params(subject.value(), n, limit).query(ENTRY).list();
    }

    List<BrokenGlass> brokenGlasses(Instant since, int limit) {
        return jdbc.sql("""
                        select n, at, actor, action, purpose, allowed, reason, subject from audit.entry
                        where action = 'BREAK_GLASS' and at >= ? order by at desc limit ?
                        """)
                .params(since.atOffset(ZoneOffset.UTC), limit)
                .query((row, n) -> new BrokenGlass(new PersonId(row.getObject(8, UUID.class)), ENTRY.mapRow(row, n)))
                .list();
    }

    Optional<Broken> broken(PersonId subject) {
        return jdbc.sql("select subject, n, what from audit.broken(?)")
                .param(subject.value())
                .query(BROKEN)
                .optional();
    }

    List<Broken> broken() {
        return jdbc.sql("select subject, n, what from audit.broken() order by subject")
                .query(BROKEN)
                .list();
    }
}
