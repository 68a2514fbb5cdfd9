package org.unknot.program;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.program.PainTold.Score;
import org.unknot.program.PainTold.Source;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/** Every pain score of a person, wherever it was told. */
@Repository
class Scores {

    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Score> newest(PersonId person, int most) {
        return jdbc.sql("""
                        select at, pain, source from (
                            select at, pain_before as pain, 'before' as source, 2 as place, record_id as id
                            from program.report where person_id = :person and pain_before is not null
                            union all
                            select at, pain_after, 'after', 1, record_id
                            from program.report where person_id = :person and pain_after is not null
                            union all
                            select at, pain, source, 3, id from program.pain_note where person_id = :person
                        ) told
                        order by at desc, place, id
                        limit :most
                        """)
                .param("person", person.value())
                .param("most", most)
                .query((row, n) -> new Score(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        new PainScore(row.getInt(2)),
                        Source.valueOf(row.getString(3).toUpperCase(Locale.ROOT))))
                .list();
    }
}
