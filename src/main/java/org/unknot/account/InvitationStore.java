package org.unknot.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Invitations and the hashes of their links. Open is what nobody accepted or withdrew, and what has not run out. */
@Repository
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Invitation invitation) {
        jdbc.sql("""
                insert into account.invitation (id, roles, invited_by, email, made_at, expires_at)
                values (?, string_to_array(?, ','), ?, ?, ?, ?)
                """)
                .param(1, invitation.id())
                .param(2, invitation.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")))
                .param(3, invitation.by().map(PersonId::value).orElse(null), Types.OTHER)
                .param(4, invitation.email().map(EmailAddress::value).orElse(null), Types.VARCHAR)
                .param(5, invitation.madeAt().atOffset(ZoneOffset.UTC))
                .param(6, invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void addLink(UUID invitation, byte[] hash) {
        jdbc.sql("insert into account.invitation_link (hash, invitation_id) values (?, ?)")
                .params(hash, invitation)
                .update();
    }

    Optional<Invitation> open(byte[] hash, Instant now) {
        return jdbc.sql("""
                select i.id, array_to_string(i.roles, ','), i.invited_by, i.email, i.made_at, i.expires_at
                from account.invitation i join account.invitation_link l on l.invitation_id = i.id
                where l.hash = ? and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ?
                """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> invitation(row))
                .optional();
    }

    List<Invitation> open(Instant now) {
        return jdbc.sql("""
                select id, array_to_string(roles, ','), invited_by, email, made_at, expires_at from account.invitation
                where accepted_at is null and withdrawn_at is null and expires_at > ? order by made_at desc
                """)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> invitation(row))
                .list();
    }

    /** At most one of several who come at once is told yes. */
    boolean accept(UUID invitation, PersonId person, Instant now) {
        return jdbc.sql("""
                update account.invitation set accepted_at = ?, accepted_by = ?
                where id = ? and accepted_at is null and withdrawn_at is null and expires_at > ?
                """)
                        .params(now.atOffset(ZoneOffset.UTC), person.value(), invitation, now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    boolean withdraw(UUID invitation, PersonId by, Instant now) {
        return jdbc.sql("""
                update account.invitation set withdrawn_at = ?, withdrawn_by = ?
                where id = ? and accepted_at is null and withdrawn_at is null
                """)
                        .params(now.atOffset(ZoneOffset.UTC), by.value(), invitation)
                        .update()
                > 0;
    }

    /** The database's own clock, for a command that has no other. */
    Instant now() {
        return jdbc.sql("select now()")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** Links of the program's own that nobody used: a new one takes their place. */
    void removeFromNobody() {
        jdbc.sql("delete from account.invitation where invited_by is null and accepted_at is null")
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Set<Role> roles =
                Arrays.stream(row.getString(2).split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Invitation(
                row.getObject(1, UUID.class),
                roles,
                Optional.ofNullable(row.getObject(3, UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString(4)).map(EmailAddress::new),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
