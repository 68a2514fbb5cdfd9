package org.unknot.session;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.PersonalRows;
import org.unknot.session.QuietMinutes.Told;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/** Rows of {@code session.quiet}. */
@Repository
class QuietStore implements PersonalRows {

    private final JdbcClient jdbc;

    QuietStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false when there is one of this id already. */
    boolean add(UUID id, PersonId person, Instant receivedAt, LocalDate day, Told told) {
        return jdbc.sql("""
                                insert into session.quiet (id, person_id, received_at, started_at, day, kind, seconds, tension_before,
                                    tension_after)
                                values (:id, :person, :received, :started, :day, :kind, :seconds, :before, :after)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                        .param("started", told.startedAt().atOffset(ZoneOffset.UTC))
                        .param("day", day)
                        .param("kind", told.kind())
                        .param("seconds", told.seconds())
                        .param("before", told.before().map(PainScore::value).orElse(null), Types.SMALLINT)
                        .param("after", told.after().map(PainScore::value).orElse(null), Types.SMALLINT)
                        .update()
                > 0;
    }

    /** Whether it is this person's. */
    boolean addTo(UUID id, PersonId person, Told told) {
        return jdbc.sql("""
                                update session.quiet set seconds = greatest(seconds, :seconds),
                                    tension_after = coalesce(tension_after, :after)
                                where id = :id and person_id = :person
                                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("seconds", told.seconds())
                        .param("after", told.after().map(PainScore::value).orElse(null), Types.SMALLINT)
                        .update()
                > 0;
    }

    List<QuietMinutes.Past> newest(PersonId person, int most) {
        return jdbc.sql("""
                        select started_at, kind, seconds, tension_before, tension_after from session.quiet
                        where person_id = ? order by started_at desc, id desc limit ?
                        """)
                .params(person.value(), most)
                .query((row, n) -> new QuietMinutes.Past(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        Duration.ofSeconds(row.getInt(3)),
                        Optional.ofNullable(row.getObject(4, Integer.class)).map(PainScore::new),
                        Optional.ofNullable(row.getObject(5, Integer.class)).map(PainScore::new)))
                .list();
    }

    /** Days with some quiet minutes, of a minute at least. */
    Set<LocalDate> days(PersonId person, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        "select distinct day from session.quiet where person_id = ? and day between ? and ? and seconds >= 60")
                .params(person.value(), from, to)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .set();
    }

    @Override
    public Set<String> tables() {
        return Set.of("session.quiet");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return List.of(new Kept(
                "session.quiet",
                jdbc.sql("""
                select coalesce(json_agg(to_jsonb(quiet) order by started_at), '[]') from session.quiet where person_id = ?
                """)
                        .param(person.value())
                        .query((row, n) -> row.getString(1))
                        .single()));
    }

    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("update session.quiet set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
    }

    @Override
    public void erase(PersonId person) {
        jdbc.sql("delete from session.quiet where person_id = ?")
                .param(person.value())
                .update();
    }
}
