package org.unknot.heat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.PersonalRows;
import org.unknot.heat.Course.End;
import org.unknot.heat.Course.Flag;
import org.unknot.heat.Course.How;
import org.unknot.heat.Course.Skin;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code heat.course}. */
@Repository
class Courses implements PersonalRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Courses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes two starts of one person wait for each other, so that the second sees the first. */
    void oneAtATime(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(7, hashtext(?))")
                .param(person.value().toString())
                .query((row, n) -> n)
                .single();
    }

    Optional<Course> course(UUID id) {
        return jdbc.sql("""
                        select id, person_id, way, minutes, started_at, ended_at, how, skin, flags from heat.course where id = ?
                        """).param(id).query((row, n) -> course(row)).optional();
    }

    /** The one that began last, whatever became of it. */
    Optional<Course> last(PersonId person) {
        return jdbc.sql("""
                        select id, person_id, way, minutes, started_at, ended_at, how, skin, flags from heat.course
                        where person_id = ? order by started_at desc limit 1
                        """)
                .param(person.value())
                .query((row, n) -> course(row))
                .optional();
    }

    List<Course> newest(PersonId person, int most) {
        return jdbc.sql("""
                        select id, person_id, way, minutes, started_at, ended_at, how, skin, flags from heat.course
                        where person_id = ? order by started_at desc, id desc limit ?
                        """)
                .params(person.value(), most)
                .query((row, n) -> course(row))
                .list();
    }

    /** Until when the skin rests after everything that is known, of late courses too. */
    Optional<Instant> restsUntil(PersonId person) {
        return jdbc.sql("select rests_until from heat.course where person_id = ? order by rests_until desc limit 1")
                .param(person.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whether another course of the person, or the rest after it, holds this moment. */
    boolean restsAt(PersonId person, Instant at) {
        return jdbc.sql("""
                                select count(*) from heat.course
                                where person_id = ? and started_at <= ? and rests_until > ?
                                """)
                        .params(person.value(), at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                        .query((row, n) -> row.getInt(1))
                        .single()
                > 0;
    }

    void add(Course course, Map<String, String> answers, Instant receivedAt, Instant restsUntil) {
        jdbc.sql("""
                        insert into heat.course (id, person_id, way, minutes, answers, received_at, started_at, ended_at, how, skin,
                            rests_until, flags, late)
                        values (:id, :person, :way, :minutes, :answers::jsonb, :received, :started, :ended, :how, :skin, :rests,
                            :flags, :late)
                        """)
                .param("id", course.id())
                .param("person", course.person().value())
                .param("way", course.way().word())
                .param("minutes", course.minutes())
                .param("answers", JSON.writeValueAsString(answers))
                .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                .param("started", course.startedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "ended",
                        course.end()
                                .map(End::at)
                                .map(at -> at.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("how", course.end().map(End::how).map(How::word).orElse(null))
                .param("skin", course.skin().map(Skin::word).orElse(null))
                .param("rests", restsUntil.atOffset(ZoneOffset.UTC))
                .param("flags", course.flags().stream().map(Flag::word).toArray(String[]::new))
                .param("late", course.flags().contains(Flag.OFFLINE))
                .update();
    }

    void finish(Course course, Instant restsUntil) {
        jdbc.sql("update heat.course set ended_at = ?, how = ?, rests_until = ?, flags = ? where id = ?")
                .param(course.end()
                        .map(End::at)
                        .map(at -> at.atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .param(course.end().map(End::how).map(How::word).orElse(null))
                .param(restsUntil.atOffset(ZoneOffset.UTC))
                .param(course.flags().stream().map(Flag::word).toArray(String[]::new))
                .param(course.id())
                .update();
    }

    void look(UUID course, Skin skin) {
        jdbc.sql("update heat.course set skin = ? where id = ?")
                .params(skin.word(), course)
                .update();
    }

    @Override
    public Set<String> tables() {
        return Set.of("heat.course");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return List.of(new Kept(
                "heat.course",
                jdbc.sql("""
                select coalesce(json_agg(to_jsonb(course) order by started_at), '[]') from heat.course where person_id = ?
                """)
                        .param(person.value())
                        .query((row, n) -> row.getString(1))
                        .single()));
    }

    /** Courses on two phones may overlap, which is a fact by now: the adopted one counts as told late and is held to no rest. */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        jdbc.sql("""
                        update heat.course as theirs set person_id = :to, late = late or exists (
                            select from heat.course own where own.person_id = :to and not own.late
                                and tstzrange(own.started_at, own.rests_until) && tstzrange(theirs.started_at, theirs.rests_until))
                        where person_id = :from
                        """).param("from", from.value()).param("to", to.value()).update();
    }

    @Override
    public void erase(PersonId person) {
        jdbc.sql("delete from heat.course where person_id = ?")
                .param(person.value())
                .update();
    }

    private static Course course(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject(6, OffsetDateTime.class);
        String how = row.getString(7);
        return new Course(
                row.getObject(1, UUID.class),
                new PersonId(row.getObject(2, UUID.class)),
                Way.of(row.getString(3)).orElseThrow(),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                ended == null
                        ? Optional.empty()
                        : Optional.of(new End(ended.toInstant(), How.of(how).orElseThrow())),
                Optional.ofNullable(row.getString(8)).flatMap(Skin::of),
                flags((String[]) row.getArray(9).getArray()));
    }

    private static List<Flag> flags(String[] words) {
        return Arrays.stream(words)
                .map(word -> Flag.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }

    static Map<String, String> words(Wish wish) {
        Map<String, String> words = new HashMap<>();
        wish.answers().forEach((question, answer) -> words.put(question.value(), answer.word()));
        return words;
    }
}
