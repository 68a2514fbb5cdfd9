package org.unknot.program;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** What clinicians forbid, written; {@link Happenings} reads it with everything else. */
@Repository
class Avoidances {

    private final JdbcClient jdbc;

    Avoidances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For the clinic, which forbids; what it forbade stays on record after it has run out. */
    void forbid(PersonId person, Avoidance avoidance) {
        jdbc.sql("""
                        insert into program.avoidance (id, person_id, author_id, movement, exercise, reason, at, until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(UuidCreator.getTimeOrderedEpoch())
                .param(person.value())
                .param(avoidance.author().value())
                .param(
                        avoidance.target() instanceof Avoidance.Target.Movement movement
                                ? movement.tag().name()
                                : null)
                .param(
                        avoidance.target() instanceof Avoidance.Target.One one
                                ? one.exercise().value()
                                : null)
                .param(avoidance.reason())
                .param(avoidance.at().atOffset(ZoneOffset.UTC))
                .param(avoidance.until().orElse(null))
                .update();
    }
}
