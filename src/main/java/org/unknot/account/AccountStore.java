package org.unknot.account;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each person who signs in. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it is new. */
    boolean add(PersonId person, Instant at) {
        return jdbc.sql("insert into account.account (person_id, opened_at) values (?, ?) on conflict do nothing")
                        .params(person.value(), at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Contact> contact(PersonId person) {
        return jdbc.sql("select name, email, phone from account.account where person_id = ?")
                .param(person.value())
                .query((row, n) -> new Contact(
                        Optional.ofNullable(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3))))
                .optional();
    }

    Optional<PersonId> byEmail(String email) {
        return jdbc.sql("select person_id from account.account where email = ?")
                .param(email)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    void setEmail(PersonId person, @Nullable String email) {
        jdbc.sql("update account.account set email = ? where person_id = ?")
                .param(1, email, Types.VARCHAR)
                .param(2, person.value())
                .update();
    }

    void setName(PersonId person, @Nullable String name, @Nullable String phone) {
        jdbc.sql("update account.account set name = ?, phone = ? where person_id = ?")
                .param(1, name, Types.VARCHAR)
                .param(2, phone, Types.VARCHAR)
                .param(3, person.value())
                .update();
    }
}
