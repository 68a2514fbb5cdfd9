package org.unknot.account;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.unknot.shared.PersonId;

/** Every column outside the audit in which a person's id stands, whatever its name and type; asked of the database. */
final class Mentions {

    private final NamedParameterJdbcTemplate jdbc;

    Mentions(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(PersonId person) {
        return jdbc.queryForList("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_type = 'BASE TABLE'
                            and table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit')
                        """, Map.of(), String.class).stream()
                .filter(column -> holds(column, person))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean holds(String column, PersonId person) {
        String table = column.substring(0, column.lastIndexOf('.'));
        String name = column.substring(column.lastIndexOf('.') + 1);
        Integer found = jdbc.queryForObject(
                "select count(*) from " + table + " where " + name + "::text like '%' || :id || '%'",
                Map.of("id", person.value().toString()),
                Integer.class);
        return found != null && found > 0;
    }
}
