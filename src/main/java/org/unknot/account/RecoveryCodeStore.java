package org.unknot.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Hashes of the codes on paper. */
@Repository
class RecoveryCodeStore {

    private final JdbcClient jdbc;

    RecoveryCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(PersonId person, List<byte[]> hashes, Instant at) {
        jdbc.sql("delete from account.recovery_code where person_id = ?")
                .param(person.value())
                .update();
        hashes.forEach(hash -> jdbc.sql("insert into account.recovery_code (hash, person_id, made_at) values (?, ?, ?)")
                .params(hash, person.value(), at.atOffset(ZoneOffset.UTC))
                .update());
    }

    int left(PersonId person) {
        return jdbc.sql("select count(*) from account.recovery_code where person_id = ? and used_at is null")
                .param(person.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    Optional<PersonId> use(byte[] hash, Instant at) {
        return jdbc.sql("""
                update account.recovery_code set used_at = ? where hash = ? and used_at is null returning person_id
                """)
                .params(at.atOffset(ZoneOffset.UTC), hash)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }
}
