package org.unknot.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Rows of {@code account.device_link}. */
@Repository
class DeviceLinks {

    private final JdbcClient jdbc;

    DeviceLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One link of a person at a time: making one ends those before it. */
    void replace(PersonId person, byte[] hash, Instant at, Instant expiresAt) {
        jdbc.sql("delete from account.device_link where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("insert into account.device_link (hash, person_id, made_at, expires_at) values (?, ?, ?, ?)")
                .params(hash, person.value(), at.atOffset(ZoneOffset.UTC), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isOpen(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select exists (select from account.device_link
                            where hash = ? and used_at is null and expires_at > ?)
                        """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Whose it is, for the first who asks; of two who ask at once, one gets it. */
    Optional<PersonId> use(byte[] hash, Instant now) {
        return jdbc.sql("""
                        update account.device_link set used_at = :now
                        where hash = :hash and used_at is null and expires_at > :now returning person_id
                        """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }
}
