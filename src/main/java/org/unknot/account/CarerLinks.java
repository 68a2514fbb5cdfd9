package org.unknot.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each link by which a person asked somebody to look after them. */
@Repository
class CarerLinks {

    private static final RowMapper<Caring.Offer> OFFER = (row, n) -> new Caring.Offer(
            row.getObject(1, UUID.class),
            new PersonId(row.getObject(2, UUID.class)),
            Relationship.valueOf(row.getString(3)),
            row.getTimestamp(4).toInstant());

    private final JdbcClient jdbc;

    CarerLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Caring.Offer offer, byte[] hash, Instant at) {
        jdbc.sql("""
                insert into account.carer_link (id, person_id, kind, token_hash, made_at, until) values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        offer.id(),
                        offer.person().value(),
                        offer.kind().name(),
                        hash,
                        at.atOffset(ZoneOffset.UTC),
                        offer.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Caring.Offer> open(byte[] hash, Instant at) {
        return jdbc.sql("""
                select id, person_id, kind, until from account.carer_link
                where token_hash = ? and accepted_at is null and withdrawn_at is null and until > ?
                """)
                .params(hash, at.atOffset(ZoneOffset.UTC))
                .query(OFFER)
                .optional();
    }

    /** Those of the person that nobody has accepted yet, newest first. */
    List<Caring.Offer> open(PersonId person, Instant at) {
        return jdbc.sql("""
                select id, person_id, kind, until from account.carer_link
                where person_id = ? and accepted_at is null and withdrawn_at is null and until > ? order by made_at desc, id desc
                """)
                .params(person.value(), at.atOffset(ZoneOffset.UTC))
                .query(OFFER)
                .list();
    }

    /** Says whether this was the first to accept: of two at once one is. */
    boolean accept(UUID id, PersonId by, Instant at) {
        return jdbc.sql("""
                update account.carer_link set accepted_at = :at, accepted_by = :by
                where id = :id and accepted_at is null and withdrawn_at is null and until > :at
                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Only the person's own. */
    void withdraw(UUID id, PersonId person, Instant at) {
        jdbc.sql("""
                update account.carer_link set withdrawn_at = ?
                where id = ? and person_id = ? and accepted_at is null and withdrawn_at is null
                """).params(at.atOffset(ZoneOffset.UTC), id, person.value()).update();
    }
}
