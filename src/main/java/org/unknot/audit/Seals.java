package org.unknot.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Digests over all chains, one a day, and what goes because it is old. */
@Repository
class Seals {

    private static final RowMapper<Digest> DIGEST = (row, n) -> new Digest(
            row.getLong(1),
            row.getObject(2, LocalDate.class),
            row.getLong(3),
            HexFormat.of().formatHex(row.getBytes(4)));

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param chains how many grew since the digest before */
    record Digest(long n, LocalDate day, long chains, String hash) {}

    record BrokenDigest(long n, LocalDate day, String how) {}

    Digest seal(LocalDate day, Instant at, Instant keepFrom) {
        return jdbc.sql("select n, day, chains, hash from audit.seal_chains(?, ?, ?)")
                .params(day, utc(at), utc(keepFrom))
                .query(DIGEST)
                .single();
    }

    Optional<Digest> last() {
        return jdbc.sql("select n, day, chains, hash from audit.digest order by n desc limit 1")
                .query(DIGEST)
                .optional();
    }

    Optional<Digest> noted(byte[] hash) {
        return jdbc.sql("select n, day, chains, hash from audit.digest where hash = ?")
                .param(hash)
                .query(DIGEST)
                .optional();
    }

    List<BrokenDigest> broken() {
        return jdbc.sql("select n, day, what from audit.broken_digests()")
                .query((row, n) ->
                        new BrokenDigest(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    /** Some of the people of whom there may be entries from before then. */
    List<PersonId> withEntriesBefore(Instant keepFrom, int most) {
        return jdbc.sql("select distinct subject from (select subject from audit.entry where at < ? limit ?) old")
                .params(utc(keepFrom), most)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes away at most so many of the oldest entries of one chain; says how many went. */
    long prune(PersonId subject, Instant keepFrom, int most) {
        return jdbc.sql("select audit.prune(?, ?, ?)")
                .params(subject.value(), utc(keepFrom), (long) most)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Seals and counts stand for what is gone. */
    void pruneWhatStoodForThem(Instant keepFrom) {
        jdbc.sql("select audit.prune_seals(?)")
                .param(utc(keepFrom))
                .query((row, n) -> row.getLong(1))
                .single();
        jdbc.sql("delete from audit.denial_count where day < ?")
                .param(utc(keepFrom).toLocalDate())
                .update();
    }

    /** Chains, entries and denials that were only counted. */
    List<Long> numbers() {
        return jdbc.sql("""
                        select (select count(*) from audit.head), (select count(*) from audit.entry),
                            (select coalesce(sum(n), 0) from audit.denial_count)
                        """)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
