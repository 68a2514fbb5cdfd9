package org.unknot.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.SharedPlans.Shared;
import org.unknot.shared.PersonId;

/** Rows of {@code account.shared_plan}. */
@Repository
class SharedLinks {

    private final JdbcClient jdbc;

    SharedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, PersonId person, UUID episode, byte[] hash, Instant at, Instant expiresAt) {
        jdbc.sql("""
                        insert into account.shared_plan (id, person_id, episode_id, hash, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        person.value(),
                        episode,
                        hash,
                        at.atOffset(ZoneOffset.UTC),
                        expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> live(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select id, person_id, episode_id from account.shared_plan
                        where hash = ? and revoked_at is null and expires_at > ?
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class)))
                .optional();
    }

    boolean isLive(UUID id, PersonId person, Instant now) {
        return jdbc.sql("""
                        select exists (select from account.shared_plan
                            where id = ? and person_id = ? and revoked_at is null and expires_at > ?)
                        """)
                .params(id, person.value(), now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    List<Shared> live(PersonId person, Instant now) {
        return jdbc.sql("""
                        select id, made_at, expires_at from account.shared_plan
                        where person_id = ? and revoked_at is null and expires_at > ? order by made_at desc
                        """)
                .params(person.value(), now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Shared(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    void revoke(UUID id, PersonId person, Instant now) {
        jdbc.sql("update account.shared_plan set revoked_at = ? where id = ? and person_id = ? and revoked_at is null")
                .params(now.atOffset(ZoneOffset.UTC), id, person.value())
                .update();
    }

    /** A link that opens something now. */
    record Row(UUID id, PersonId person, UUID episode) {}
}
