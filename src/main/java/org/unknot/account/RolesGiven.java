package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** One row for each time that somebody was given a role; what was withdrawn stays and says when and by whom. */
@Repository
class RolesGiven {

    private final JdbcClient jdbc;

    RolesGiven(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Role> of(PersonId person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(jdbc.sql("select role from account.role_given where person_id = ? and withdrawn_at is null")
                .param(person.value())
                .query((row, n) -> Role.valueOf(row.getString(1)))
                .list());
        return roles;
    }

    boolean anybodyIs(Role role) {
        return jdbc.sql("select exists (select from account.role_given where role = ? and withdrawn_at is null)")
                .param(role.name())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Everybody who has a role, in no order; one row for each role. */
    List<Roles.Given> current() {
        return jdbc.sql("""
                select person_id, role, given_at, given_by, withdrawn_at, withdrawn_by from account.role_given
                where withdrawn_at is null
                """).query((row, n) -> given(row)).list();
    }

    /** All roles that the person ever had, newest first. */
    List<Roles.Given> history(PersonId person) {
        return jdbc.sql("""
                select person_id, role, given_at, given_by, withdrawn_at, withdrawn_by from account.role_given
                where person_id = ? order by given_at desc, id desc
                """).param(person.value()).query((row, n) -> given(row)).list();
    }

    private static Roles.Given given(ResultSet row) throws SQLException {
        return new Roles.Given(
                new PersonId(row.getObject(1, UUID.class)),
                Role.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                Optional.ofNullable(row.getObject(4, UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject(6, UUID.class)).map(PersonId::new));
    }

    /** Given twice is given once. */
    void give(PersonId person, Role role, Instant at, Optional<PersonId> by) {
        jdbc.sql("""
                insert into account.role_given (id, person_id, role, given_at, given_by)
                values (:id, :person, :role, :at, :by)
                on conflict (person_id, role) where withdrawn_at is null do nothing
                """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("person", person.value())
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.map(PersonId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** Those who have the role; until the caller's transaction ends nobody else can withdraw it from any of them. */
    Set<PersonId> holdersHeld(Role role) {
        return Set.copyOf(jdbc.sql("""
                select person_id from account.role_given where role = ? and withdrawn_at is null order by id for update
                """)
                .param(role.name())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    void withdraw(PersonId person, Role role, Instant at, Optional<PersonId> by) {
        jdbc.sql("""
                update account.role_given set withdrawn_at = :at, withdrawn_by = :by
                where person_id = :person and role = :role and withdrawn_at is null
                """)
                .param("person", person.value())
                .param("role", role.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.map(PersonId::value).orElse(null), Types.OTHER)
                .update();
    }
}
