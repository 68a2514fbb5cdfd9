package org.unknot.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.PersonalRows;
import org.unknot.shared.PersonId;

/** Scripts and records as they were issued and received. */
@Repository
class SessionStore implements PersonalRows {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addScript(UUID id, PersonId person, Instant at, String revision, String body) {
        jdbc.sql("insert into session.script (id, person_id, made_at, revision, body) values (?, ?, ?, ?, ?::jsonb)")
                .params(id, person.value(), at.atOffset(ZoneOffset.UTC), revision, body)
                .update();
    }

    Optional<StoredScript> script(UUID id) {
        return jdbc.sql("select person_id, revision, body from session.script where id = ?")
                .param(id)
                .query((row, n) -> new StoredScript(
                        new PersonId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The newest script that was made of this revision for this person since then. */
    Optional<StoredScript> latestScript(PersonId person, String revision, Instant since) {
        return jdbc.sql("""
                        select person_id, revision, body from session.script
                        where person_id = ? and revision = ? and made_at >= ? order by made_at desc limit 1
                        """)
                .params(person.value(), revision, since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new StoredScript(
                        new PersonId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Whether it was added; false when a record of this id is there already. */
    boolean addRecord(StoredRecord stored) {
        return jdbc.sql("""
                                insert into session.record (id, person_id, script_id, received_at, started_at, skew_seconds,
                                    stale, forbidden, body)
                                values (:id, :person, :script, :received, :started, :skew, :stale, :forbidden, :body::jsonb)
                                on conflict (id) do nothing
                                """)
                        .param("id", stored.id())
                        .param("person", stored.person().value())
                        .param("script", stored.script())
                        .param("received", stored.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("started", stored.startedAt().atOffset(ZoneOffset.UTC))
                        .param("skew", stored.skewSeconds(), Types.INTEGER)
                        .param("stale", stored.stale())
                        .param("forbidden", stored.forbidden().toArray(String[]::new))
                        .param("body", stored.body())
                        .update()
                > 0;
    }

    /** The record, which nobody else may change until the transaction ends. */
    Optional<StoredRecord> recordForUpdate(UUID id) {
        return jdbc.sql("""
                        select id, person_id, script_id, received_at, started_at, skew_seconds, stale, forbidden, body
                        from session.record where id = ? for update
                        """).param(id).query((row, n) -> storedRecord(row)).optional();
    }

    /** Records with the scripts that they are of, the newest first; without one where the script was everybody's. */
    List<Told> newest(PersonId person, int most) {
        return jdbc.sql("""
                        select r.id, r.person_id, r.script_id, r.received_at, r.started_at, r.skew_seconds, r.stale, r.forbidden,
                            r.body, s.body
                        from session.record r left join session.script s on s.id = r.script_id
                        where r.person_id = ? order by r.started_at desc, r.id desc limit ?
                        """)
                .params(person.value(), most)
                .query((row, n) -> new Told(storedRecord(row), Optional.ofNullable(row.getString(10))))
                .list();
    }

    private static StoredRecord storedRecord(ResultSet row) throws SQLException {
        return new StoredRecord(
                row.getObject(1, UUID.class),
                new PersonId(row.getObject(2, UUID.class)),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, Integer.class),
                row.getBoolean(7),
                List.of((String[]) row.getArray(8).getArray()),
                row.getString(9));
    }

    void addTo(UUID record, String body) {
        jdbc.sql("update session.record set body = ?::jsonb where id = ?")
                .params(body, record)
                .update();
    }

    @Override
    public Set<String> tables() {
        return Set.of("session.script", "session.record");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return List.of(
                new Kept(
                        "session.script",
                        jdbc.sql("""
                        select coalesce(json_agg(to_jsonb(script) order by made_at), '[]') from session.script where person_id = ?
                        """)
                                .param(person.value())
                                .query((row, n) -> row.getString(1))
                                .single()),
                new Kept(
                        "session.record",
                        jdbc.sql("""
                        select coalesce(json_agg(to_jsonb(record) order by started_at), '[]') from session.record where person_id = ?
                        """)
                                .param(person.value())
                                .query((row, n) -> row.getString(1))
                                .single()));
    }

    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("update session.script set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
        jdbc.sql("update session.record set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
    }

    @Override
    public void erase(PersonId person) {
        jdbc.sql("delete from session.record where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("delete from session.script where person_id = ?")
                .param(person.value())
                .update();
    }

    /** A script with whom it was made for. */
    record StoredScript(PersonId person, String revision, String body) {}

    /** A record, and the script that it is of. */
    record Told(StoredRecord record, Optional<String> script) {}

    /**
     * A record as received.
     *
     * @param skewSeconds how far the phone's clock was ahead of ours when it sent, where it told
     * @param stale the program had changed since the script was made
     * @param forbidden exercises done that were not allowed any more when the record came
     */
    record StoredRecord(
            UUID id,
            PersonId person,
            UUID script,
            Instant receivedAt,
            Instant startedAt,
            @Nullable Integer skewSeconds,
            boolean stale,
            List<String> forbidden,
            String body) {}
}
