package org.unknot.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Hashes of passwords. */
@Repository
class PasswordStore {

    private final JdbcClient jdbc;

    PasswordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One query, whether there is such an address, such an account, a password, or nothing. */
    Optional<Hashed> byEmail(String email) {
        return jdbc.sql("""
                select a.person_id, p.hash from account.account a join account.password p on p.person_id = a.person_id
                where a.email = ?
                """)
                .param(email)
                .query((row, n) -> new Hashed(new PersonId(row.getObject(1, UUID.class)), row.getString(2)))
                .optional();
    }

    boolean has(PersonId person) {
        return jdbc.sql("select exists (select from account.password where person_id = ?)")
                .param(person.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    void keep(PersonId person, String hash, Instant at) {
        jdbc.sql("""
                insert into account.password (person_id, hash, set_at) values (?, ?, ?)
                on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at
                """).params(person.value(), hash, at.atOffset(ZoneOffset.UTC)).update();
    }

    void remove(PersonId person) {
        jdbc.sql("delete from account.password where person_id = ?")
                .param(person.value())
                .update();
    }

    record Hashed(PersonId person, String hash) {}
}
