package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each time that a clinician opened a record in an emergency. */
@Repository
class BrokenGlasses {

    private final JdbcClient jdbc;

    BrokenGlasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PersonId person, PersonId by, String reason, Instant at, Instant until) {
        jdbc.sql("""
                insert into account.broken_glass (id, person_id, by_id, reason, at, until)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        person.value(),
                        by.value(),
                        reason,
                        at.atOffset(ZoneOffset.UTC),
                        until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of one person, newest first. */
    List<BreakGlass.Broken> of(PersonId person) {
        return jdbc.sql("""
                select person_id, by_id, reason, at, until from account.broken_glass where person_id = ? order by at desc, id desc
                """)
                .param(person.value())
                .query((row, n) -> new BreakGlass.Broken(
                        new PersonId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
