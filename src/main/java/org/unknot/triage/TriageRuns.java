package org.unknot.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Appends every set of answers with the verdict on it; the last row of a person is what counts, earlier ones are history. */
@Repository
class TriageRuns {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TriageRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes two posts of one person wait for each other, so that neither forgets what the other added. */
    void oneAtATime(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(4, hashtext(?))")
                .param(person.value().toString())
                .query((row, n) -> n)
                .single();
    }

    Optional<Told> last(PersonId person) {
        return jdbc.sql("""
                        select id, at, checked_at, age, sex, began_on, pain, answers from triage.run
                        where person_id = ? order by at desc, id desc limit 1
                        """)
                .param(person.value())
                .query((row, n) -> told(person, row))
                .optional();
    }

    /** @param verdict empty while the age is not known */
    void append(Told told, Optional<Verdict> verdict, String revision) {
        jdbc.sql("""
                        insert into triage.run
                            (id, person_id, at, checked_at, age, sex, began_on, pain, answers, level, cleared_for, rules_revision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .param(told.id().value())
                .param(told.person().value())
                .param(told.at().atOffset(ZoneOffset.UTC))
                .param(told.checkedAt().atOffset(ZoneOffset.UTC))
                .param(told.age().orElse(null))
                .param(told.sex()
                        .map(sex -> sex.name().toLowerCase(Locale.ROOT))
                        .orElse(null))
                .param(told.beganOn().orElse(null))
                .param(told.pain().map(PainScore::value).orElse(null))
                .param(json(told.given()))
                .param(verdict.map(it -> it.disposition().level().name()).orElse(null))
                .param(verdict.map(it -> it.clearedFor().stream()
                                .map(Clearance::name)
                                .sorted()
                                .toArray(String[]::new))
                        .orElse(new String[0]))
                .param(revision)
                .update();
    }

    /** All runs, the oldest first, as a JSON array. */
    String export(PersonId person) {
        return jdbc.sql(
                        "select coalesce(json_agg(to_jsonb(run) order by at, id), '[]') from triage.run where person_id = ?")
                .param(person.value())
                .query((row, n) -> row.getString(1))
                .single();
    }

    void give(PersonId from, PersonId to) {
        jdbc.sql("update triage.run set person_id = ? where person_id = ?")
                .params(to.value(), from.value())
                .update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from triage.run where person_id = ?")
                .param(person.value())
                .update();
    }

    private static Told told(PersonId person, ResultSet row) throws SQLException {
        return new Told(
                new TriageId(row.getObject(1, UUID.class)),
                person,
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(4, Integer.class)),
                Optional.ofNullable(row.getString(5)).map(sex -> Answers.Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                Optional.ofNullable(row.getObject(7, Integer.class)).map(PainScore::new),
                answers(row.getString(8)));
    }

    private static String json(Map<QuestionId, Answer> given) {
        Map<String, String> words = new HashMap<>();
        given.forEach((question, answer) -> words.put(question.value(), answer.word()));
        return JSON.writeValueAsString(words);
    }

    /** An answer to a question that is no longer asked is history and left out. */
    private static Map<QuestionId, Answer> answers(String json) {
        Map<QuestionId, Answer> given = new HashMap<>();
        JSON.readValue(json, WORDS).forEach((id, word) -> {
            QuestionId question = new QuestionId(id);
            if (Prompts.exists(question)) {
                given.put(question, Answer.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        });
        return given;
    }
}
