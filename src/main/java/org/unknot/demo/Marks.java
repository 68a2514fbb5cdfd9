package org.unknot.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code demo.mark}. */
@Repository
class Marks {

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: nobody here is invented. Inside: whether all of them were made. */
    Optional<Boolean> whole() {
        return jdbc.sql("select whole_at is not null from demo.mark")
                .query((row, n) -> row.getBoolean(1))
                .optional();
    }

    void begin(Instant at) {
        jdbc.sql("insert into demo.mark (at) values (?)")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(Instant at) {
        jdbc.sql("update demo.mark set whole_at = ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
