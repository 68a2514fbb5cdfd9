package org.unknot.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row per person: that they exist and when they were last here. */
@Repository
class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonId person, Instant at, LocalDate seenOn) {
        jdbc.sql("insert into account.person (id, created_at, last_seen_on) values (?, ?, ?)")
                .params(person.value(), at.atOffset(ZoneOffset.UTC), seenOn)
                .update();
    }

    boolean anybody() {
        return jdbc.sql("select exists (select from account.person)")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    boolean exists(PersonId person) {
        return jdbc.sql("select exists (select from account.person where id = ?)")
                .param(person.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Whether the person is on record and has no account: all that a guest cookie opens. */
    boolean isGuest(PersonId person) {
        return jdbc.sql("""
                select exists (select from account.person where id = ?
                    and not exists (select from account.account where person_id = person.id))
                """)
                .param(person.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    boolean hasAccount(PersonId person) {
        return jdbc.sql("select exists (select from account.account where person_id = ?)")
                .param(person.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Writes at most once a day and person, whatever they do; says whether it did. */
    boolean seen(PersonId person, LocalDate today) {
        return jdbc.sql("update account.person set last_seen_on = ? where id = ? and last_seen_on < ?")
                        .params(today, person.value(), today)
                        .update()
                > 0;
    }

    List<PersonId> guestsLastSeenBefore(LocalDate day) {
        return jdbc.sql("""
                select id from account.person where last_seen_on < ?
                    and not exists (select from account.account where person_id = person.id)
                """)
                .param(day)
                .query((row, n) -> new PersonId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    boolean isGuestLastSeenBefore(PersonId person, LocalDate day) {
        return jdbc.sql("""
                select exists (select from account.person where id = ? and last_seen_on < ?
                    and not exists (select from account.account where person_id = person.id))
                """)
                .params(person.value(), day)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Waits for whoever changes this person's record now, and makes the next wait, until the transaction ends. */
    void hold(PersonId person) {
        jdbc.sql("select id from account.person where id = ? for update")
                .param(person.value())
                .query((row, n) -> row.getObject(1, java.util.UUID.class))
                .optional();
    }

    /** Who the person was as a guest on other phones, the first one first. */
    List<PersonId> formerly(PersonId person) {
        return jdbc.sql("select former_id from account.adopted where person_id = ? order by at")
                .param(person.value())
                .query((row, n) -> new PersonId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from account.person where id = ?")
                .param(person.value())
                .update();
    }
}
