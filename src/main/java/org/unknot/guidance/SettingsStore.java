package org.unknot.guidance;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.guidance.Clinic.Version;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code guidance.clinic_settings}: added, never changed. */
@Repository
class SettingsStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClinicSettings> last() {
        return jdbc.sql("select settings from guidance.clinic_settings order by at desc, id desc limit 1")
                .query((row, n) -> JSON.readValue(row.getString(1), ClinicSettings.class))
                .optional();
    }

    /** That a zone was set; an empty one means: as the program was started. */
    record ZoneSet(Instant from, String zone) {}

    /** The zones that were set one after the other; where the settings were set anew with the same one, its first time. */
    List<ZoneSet> zones() {
        return jdbc.sql("""
                        select at, zone from (
                            select at, id, coalesce(settings ->> 'zone', '') as zone,
                                lag(coalesce(settings ->> 'zone', '')) over (order by at, id) as before
                            from guidance.clinic_settings
                        ) set_one_by_one
                        where before is distinct from zone
                        order by at, id
                        """)
                .query((row, n) ->
                        new ZoneSet(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)))
                .list();
    }

    void add(ClinicSettings settings, PersonId by, Instant at) {
        jdbc.sql("insert into guidance.clinic_settings (id, at, set_by, settings) values (?, ?, ?, ?::jsonb)")
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        at.atOffset(ZoneOffset.UTC),
                        by.value(),
                        JSON.writeValueAsString(settings))
                .update();
    }

    List<Version> history() {
        return jdbc.sql(
                        "select id, settings, at, set_by from guidance.clinic_settings order by at desc, id desc limit 50")
                .query((row, n) -> version(row))
                .list();
    }

    Optional<Version> version(UUID id) {
        return jdbc.sql("select id, settings, at, set_by from guidance.clinic_settings where id = ?")
                .param(id)
                .query((row, n) -> version(row))
                .optional();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject(1, UUID.class),
                JSON.readValue(row.getString(2), ClinicSettings.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.of(new PersonId(row.getObject(4, UUID.class))));
    }
}
