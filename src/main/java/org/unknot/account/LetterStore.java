package org.unknot.account;

import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.account.Letter.Kind;
import org.unknot.shared.PersonId;

/** Letters that wait, and the links that went out with others. */
@Repository
class LetterStore {

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Letter letter, Instant at) {
        jdbc.sql("""
                insert into account.letter
                    (id, kind, email, words, person_id, invitation_id, nonce_hash, next, wanted_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(1, letter.id())
                .param(2, letter.kind().name())
                .param(3, letter.to().value())
                .param(4, letter.words().toArray(String[]::new), Types.ARRAY)
                .param(5, letter.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param(6, letter.invitation().orElse(null), Types.OTHER)
                .param(7, letter.nonce().orElse(null), Types.BINARY)
                .param(8, letter.next())
                .param(9, at.atOffset(ZoneOffset.UTC))
                .param(10, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What waits to say the same; whoever asks again gets one letter, not two. */
    void removeWaiting(Letter newer) {
        jdbc.sql("delete from account.letter where kind = ? and email = ? and person_id is not distinct from ?")
                .param(1, newer.kind().name())
                .param(2, newer.to().value())
                .param(3, newer.person().map(PersonId::value).orElse(null), Types.OTHER)
                .update();
    }

    /**
     * Takes the letter that is due longest. No other node gets it until it would be tried again: after that time, after twice as
     * long the next time, and so on up to sixteen times.
     */
    Optional<Letter> take(Instant due, Instant now, Duration again) {
        return jdbc.sql("""
                update account.letter set tries = tries + 1,
                    due_at = :now::timestamptz + least(power(2, tries), 16) * :seconds * interval '1 second'
                where id = (select id from account.letter where due_at <= :due order by due_at limit 1 for update skip locked)
                returning id, kind, email, words, person_id, invitation_id, nonce_hash, next
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("seconds", again.toSeconds())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query((row, n) -> letter(row))
                .optional();
    }

    void remove(UUID letter) {
        jdbc.sql("delete from account.letter where id = ?").param(letter).update();
    }

    /** What could not be sent for so long that nobody waits for it any more; says how many. */
    int removeWantedBefore(Instant then) {
        return jdbc.sql("delete from account.letter where wanted_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addLink(byte[] hash, Letter letter, Instant expires) {
        jdbc.sql("""
                insert into account.link (hash, kind, email, person_id, nonce_hash, next, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(1, hash)
                .param(2, letter.kind().name())
                .param(3, letter.to().value())
                .param(4, letter.person().map(PersonId::value).orElse(null), Types.OTHER)
                .param(5, letter.nonce().orElse(null), Types.BINARY)
                .param(6, letter.next())
                .param(7, expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MailedLink> link(byte[] hash, Instant now) {
        return jdbc.sql(
                        "select kind, email, person_id, nonce_hash, next from account.link where hash = ? and expires_at > ?")
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> link(row))
                .optional();
    }

    /** Uses the link up: of several who come at once one gets it. */
    Optional<MailedLink> takeLink(byte[] hash, Instant now) {
        return jdbc.sql("""
                delete from account.link where hash = ? and expires_at > ? returning kind, email, person_id, nonce_hash, next
                """)
                .params(hash, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> link(row))
                .optional();
    }

    void removeLinksExpiredBefore(Instant then) {
        jdbc.sql("delete from account.link where expires_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everything that waits for this address, or went out to it and still opens something. */
    void removeAllTo(String email) {
        jdbc.sql("delete from account.letter where email = ?").param(email).update();
        jdbc.sql("delete from account.link where email = ?").param(email).update();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Array words = row.getArray(4);
        return new Letter(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2)),
                new EmailAddress(row.getString(3)),
                List.of((String[]) words.getArray()),
                Optional.ofNullable(row.getObject(5, UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                Optional.ofNullable(row.getBytes(7)),
                row.getString(8));
    }

    private static MailedLink link(ResultSet row) throws SQLException {
        return new MailedLink(
                Kind.valueOf(row.getString(1)),
                new EmailAddress(row.getString(2)),
                Optional.ofNullable(row.getObject(3, UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getBytes(4)),
                row.getString(5));
    }

    /** What a link in a letter stands for. */
    record MailedLink(Kind kind, EmailAddress email, Optional<PersonId> person, Optional<byte[]> nonce, String next) {

        /** Whether this browser is the one that asked for it. */
        boolean askedWith(String secret) {
            return nonce.isPresent() && MessageDigest.isEqual(nonce.get(), Tokens.hash(secret));
        }
    }
}
