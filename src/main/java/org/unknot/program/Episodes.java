package org.unknot.program;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Episodes with their closings. */
@Repository
class Episodes {

    private final JdbcClient jdbc;

    Episodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Episode> latest(PersonId person) {
        return jdbc.sql("""
                        select e.id, e.day0, e.opened_at, c.at
                        from program.episode e
                        left join program.closing c on c.episode_id = e.id and c.taken_back_at is null
                        where e.person_id = ?
                        order by e.opened_at desc
                        limit 1
                        """)
                .param(person.value())
                .query((row, n) -> new Episode(
                        new EpisodeId(row.getObject(1, UUID.class)),
                        person,
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(at -> new Episode.Closing(at.toInstant()))))
                .optional();
    }

    /** Makes two requests of one person wait for each other, so that they do not both open one. */
    void oneAtATime(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(5, hashtext(?))")
                .param(person.value().toString())
                .query((row, n) -> n)
                .single();
    }

    Episode open(PersonId person, LocalDate day0, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("insert into program.episode (id, person_id, day0, opened_at) values (?, ?, ?, ?)")
                .params(id, person.value(), day0, at.atOffset(ZoneOffset.UTC))
                .update();
        return new Episode(new EpisodeId(id), person, day0, at, Optional.empty());
    }

    /** Closing what is closed changes nothing. */
    void close(Episode episode, Instant at) {
        jdbc.sql("""
                        insert into program.closing (id, person_id, episode_id, at) values (?, ?, ?, ?)
                        on conflict (episode_id) where taken_back_at is null do nothing
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        episode.person().value(),
                        episode.id().value(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takeBackClosing(Episode episode, Instant at) {
        jdbc.sql("update program.closing set taken_back_at = ? where episode_id = ? and taken_back_at is null")
                .params(at.atOffset(ZoneOffset.UTC), episode.id().value())
                .update();
    }
}
