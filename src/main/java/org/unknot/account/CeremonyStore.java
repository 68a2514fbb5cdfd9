package org.unknot.account;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Challenges that wait for an answer. */
@Repository
class CeremonyStore {

    private final JdbcClient jdbc;

    CeremonyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Ceremony ceremony, Instant now, Instant expires) {
        jdbc.sql("delete from account.ceremony where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into account.ceremony (id, kind, challenge, person_id, handle, expires_at) values (?, ?, ?, ?, ?, ?)
                """)
                .param(1, ceremony.id())
                .param(2, ceremony.kind().name())
                .param(3, ceremony.challenge())
                .param(4, ceremony.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param(5, ceremony.handle().orElse(null), Types.BINARY)
                .param(6, expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the challenge away: it is answered once, rightly or wrongly. */
    Optional<Ceremony> take(UUID id, Kind kind, Instant now) {
        return jdbc.sql("""
                delete from account.ceremony where id = ? and kind = ? and expires_at > ?
                returning id, kind, challenge, person_id, handle
                """)
                .params(id, kind.name(), now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Ceremony(
                        row.getObject(1, UUID.class),
                        Kind.valueOf(row.getString(2)),
                        row.getBytes(3),
                        Optional.ofNullable(row.getObject(4, UUID.class)).map(PersonId::new),
                        Optional.ofNullable(row.getBytes(5))))
                .optional();
    }

    /** What a browser is asked to do. */
    enum Kind {
        MAKE,
        USE
    }

    /** A challenge; when a passkey is to be made, for whom, if we know them, and under which handle. */
    record Ceremony(UUID id, Kind kind, byte[] challenge, Optional<PersonId> person, Optional<byte[]> handle) {}
}
