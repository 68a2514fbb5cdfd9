package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each relationship between two people, kept after its end. */
@Repository
class Ties {

    private static final RowMapper<Relationships.Tie> TIE = (row, n) -> new Relationships.Tie(
            row.getObject(1, UUID.class),
            new PersonId(row.getObject(2, UUID.class)),
            new PersonId(row.getObject(3, UUID.class)),
            Relationship.valueOf(row.getString(4)),
            row.getTimestamp(5).toInstant(),
            new PersonId(row.getObject(6, UUID.class)),
            Optional.ofNullable(row.getTimestamp(7)).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp(8)).map(Timestamp::toInstant));

    private final JdbcClient jdbc;

    Ties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who are something to the person now, the longest first. */
    List<Relationships.Tie> of(PersonId person, Instant at) {
        return jdbc.sql("""
                select id, person_id, other_id, kind, added_at, added_by, until, ended_at from account.relationship
                where person_id = ? and ended_at is null and (until is null or until > ?) order by added_at, id
                """)
                .params(person.value(), at.atOffset(ZoneOffset.UTC))
                .query(TIE)
                .list();
    }

    /** Those to whom the other is something now, the longest first. */
    List<Relationships.Tie> by(PersonId other, Instant at) {
        return jdbc.sql("""
                select id, person_id, other_id, kind, added_at, added_by, until, ended_at from account.relationship
                where other_id = ? and ended_at is null and (until is null or until > ?) order by added_at, id
                """)
                .params(other.value(), at.atOffset(ZoneOffset.UTC))
                .query(TIE)
                .list();
    }

    Optional<Relationships.Tie> tie(UUID id) {
        return jdbc.sql("""
                select id, person_id, other_id, kind, added_at, added_by, until, ended_at from account.relationship
                where id = ?
                """).param(id).query(TIE).optional();
    }

    /** Ends what is there of that kind between the two, and adds it anew with its new end. */
    void add(
            PersonId person,
            PersonId other,
            Relationship kind,
            Instant at,
            Optional<PersonId> by,
            Optional<Instant> until) {
        PersonId who = by.orElse(person);
        jdbc.sql("""
                update account.relationship set ended_at = :at, ended_by = :by
                where person_id = :person and other_id = :other and kind = :kind and ended_at is null
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("kind", kind.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", who.value())
                .update();
        jdbc.sql("""
                insert into account.relationship (id, person_id, other_id, kind, added_at, added_by, until)
                values (:id, :person, :other, :kind, :at, :by, :until)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", person.value())
                .param("other", other.value())
                .param("kind", kind.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", who.value())
                .param("until", until.map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
    }

    void end(UUID id, Instant at, Optional<PersonId> by) {
        jdbc.sql("""
                update account.relationship set ended_at = :at, ended_by = coalesce(:by, person_id)
                where id = :id and ended_at is null
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.map(PersonId::value).orElse(null), Types.OTHER)
                .update();
    }
}
