package org.unknot.program;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Rows of {@code program.doing}. */
@Repository
class Doings {

    private final JdbcClient jdbc;

    Doings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Doing doing) {
        jdbc.sql("""
                        insert into program.doing (id, person_id, item, at, lasted_seconds) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set
                            lasted_seconds = greatest(program.doing.lasted_seconds, excluded.lasted_seconds)
                        where program.doing.person_id = excluded.person_id
                        """)
                .params(
                        doing.id(),
                        doing.person().value(),
                        doing.item().word(),
                        doing.at().atOffset(ZoneOffset.UTC),
                        doing.lasted().toSeconds())
                .update();
    }

    /** How long of each, from a moment until another, that one left out. */
    Map<Doing.Item, Duration> between(PersonId person, Instant from, Instant until) {
        Map<Doing.Item, Duration> lasted = new EnumMap<>(Doing.Item.class);
        jdbc.sql("""
                        select item, sum(lasted_seconds) from program.doing
                        where person_id = ? and at >= ? and at < ? group by item
                        """)
                .params(person.value(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        lasted.put(Doing.Item.of(row.getString(1)).orElseThrow(), Duration.ofSeconds(row.getLong(2))))
                .list();
        return lasted;
    }
}
