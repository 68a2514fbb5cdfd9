package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each consent that was given, kept when it is withdrawn; and what was told about ages. */
@Repository
class ConsentsGiven {

    private final JdbcClient jdbc;

    ConsentsGiven(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean holds(PersonId person, ConsentAbout about, Channel channel) {
        return jdbc.sql("""
                select exists (select from account.consent
                    where person_id = ? and about = ? and channel = ? and withdrawn_at is null)
                """)
                .params(person.value(), about.name(), channel.name())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** All that were ever given, newest first. */
    List<Consents.Consent> history(PersonId person) {
        return jdbc.sql("""
                select about, channel, version, given_at, given_by, withdrawn_at, withdrawn_by from account.consent
                where person_id = ? order by given_at desc, id desc
                """)
                .param(person.value())
                .query((row, n) -> new Consents.Consent(
                        ConsentAbout.valueOf(row.getString(1)),
                        Channel.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant(),
                        new PersonId(row.getObject(5, UUID.class)),
                        Optional.ofNullable(row.getTimestamp(6)).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getObject(7, UUID.class)).map(PersonId::new)))
                .list();
    }

    void give(PersonId person, ConsentAbout about, Channel channel, int version, Instant at, PersonId by) {
        jdbc.sql("""
                insert into account.consent (id, person_id, about, channel, version, given_at, given_by)
                values (:id, :person, :about, :channel, :version, :at, :by)
                on conflict (person_id, about, channel) where withdrawn_at is null do nothing
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", person.value())
                .param("about", about.name())
                .param("channel", channel.name())
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    void withdraw(PersonId person, ConsentAbout about, Channel channel, Instant at, PersonId by) {
        jdbc.sql("""
                update account.consent set withdrawn_at = :at, withdrawn_by = :by
                where person_id = :person and about = :about and channel = :channel and withdrawn_at is null
                """)
                .param("person", person.value())
                .param("about", about.name())
                .param("channel", channel.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    void tellAge(PersonId person, Optional<LocalDate> sixteenOn, Instant at, PersonId by) {
        jdbc.sql("""
                insert into account.age_told (id, person_id, sixteen_on, told_at, told_by)
                values (:id, :person, :sixteenOn, :at, :by)
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", person.value())
                .param("sixteenOn", sixteenOn.orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** Empty: nobody told. An empty inside: 16 or over. */
    Optional<Optional<LocalDate>> sixteenOn(PersonId person) {
        return jdbc.sql("""
                select sixteen_on from account.age_told where person_id = ? order by told_at desc, id desc limit 1
                """)
                .param(person.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .optional();
    }
}
