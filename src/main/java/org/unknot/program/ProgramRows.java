package org.unknot.program;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.PersonalRows;
import org.unknot.shared.PersonId;

/** All that program keeps about a person, on its way out or to their account. */
@Repository
class ProgramRows implements PersonalRows {

    private final JdbcClient jdbc;

    ProgramRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "program.episode",
                "program.closing",
                "program.report",
                "program.outcome",
                "program.direction_lock",
                "program.pain_note",
                "program.choice",
                "program.avoidance",
                "program.doing");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return jdbc.sql("""
                        select 'program.episode', coalesce(json_agg(to_jsonb(t) order by opened_at), '[]')
                        from program.episode t where person_id = :person
                        union all
                        select 'program.closing', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.closing t where person_id = :person
                        union all
                        select 'program.report', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.report t where person_id = :person
                        union all
                        select 'program.outcome', coalesce(json_agg(to_jsonb(o) order by r.at, o.exercise), '[]')
                        from program.outcome o join program.report r using (record_id) where r.person_id = :person
                        union all
                        select 'program.direction_lock', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.direction_lock t where person_id = :person
                        union all
                        select 'program.pain_note', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.pain_note t where person_id = :person
                        union all
                        select 'program.choice', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.choice t where person_id = :person
                        union all
                        select 'program.avoidance', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.avoidance t where person_id = :person
                        union all
                        select 'program.doing', coalesce(json_agg(to_jsonb(t) order by at), '[]')
                        from program.doing t where person_id = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Both histories stay; of the episodes the newest goes on, and every other one is over. It is one back: a direction that was
     * locked in an episode still open is locked in the one that goes on, too.
     */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("""
                        with episode as (update program.episode set person_id = :to where person_id = :from),
                            closing as (update program.closing set person_id = :to where person_id = :from),
                            report as (update program.report set person_id = :to where person_id = :from),
                            locks as (update program.direction_lock set person_id = :to where person_id = :from),
                            note as (update program.pain_note set person_id = :to where person_id = :from),
                            choice as (update program.choice set person_id = :to where person_id = :from),
                            doing as (update program.doing set person_id = :to where person_id = :from)
                        update program.avoidance set person_id = :to where person_id = :from
                        """).param("from", from.value()).param("to", to.value()).update();
        for (UUID older : openButNotTheNewest(to)) {
            jdbc.sql("insert into program.closing (id, person_id, episode_id, at) values (?, ?, ?, ?)")
                    .params(UuidCreator.getTimeOrderedEpoch(), to.value(), older, at.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("""
                            update program.direction_lock set episode_id =
                                (select id from program.episode where person_id = ? order by opened_at desc limit 1)
                            where episode_id = ?
                            """).params(to.value(), older).update();
        }
    }

    private List<UUID> openButNotTheNewest(PersonId person) {
        return jdbc
                .sql("""
                        select e.id from program.episode e
                        where e.person_id = :person
                            and not exists (select from program.closing c where c.episode_id = e.id and c.taken_back_at is null)
                            and exists (select from program.episode newer
                                where newer.person_id = :person and newer.opened_at > e.opened_at)
                        """)
                .param("person", person.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .set()
                .stream()
                .toList();
    }

    /** Everything of an episode goes with it. */
    @Override
    public void erase(PersonId person) {
        jdbc.sql("delete from program.episode where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("delete from program.avoidance where person_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("delete from program.doing where person_id = ?")
                .param(person.value())
                .update();
    }
}
