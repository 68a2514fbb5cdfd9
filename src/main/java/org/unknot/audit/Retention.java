package org.unknot.audit;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.moments.DayHasPassed;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.unknot.audit.Seals.Digest;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * Once a day: seals what grew into a digest, and lets go what is older than {@code unknot.audit-retention}. The digest is
 * written to the log too, where whoever rewrites the database does not reach it.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Period SHORTEST = Period.ofYears(1);
    private static final int BATCH = 2000;
    private static final int MOST_BATCHES_A_DAY = 500;

    private final Seals seals;
    private final Now now;
    private final Period kept;

    Retention(Seals seals, Now now, @Value("${unknot.audit-retention}") Period kept) {
        if (kept.toTotalMonths() < SHORTEST.toTotalMonths()) {
            throw new BadInput("unknot.audit-retention", "a period of at least a year", "P7Y");
        }
        this.seals = seals;
        this.now = now;
        this.kept = kept;
    }

    @EventListener
    void on(DayHasPassed day) {
        Instant keepFrom = now.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant();
        // before anything goes: a digest says from when on everything must still be there
        Digest digest = seals.seal(day.getDate(), now.instant(), keepFrom);
        LOG.info(
                "Audit digest {} of {}: {} ({} chains grew)", digest.n(), digest.day(), digest.hash(), digest.chains());
        long gone = prune(keepFrom);
        if (gone > 0) {
            LOG.info("{} audit entries from before {} went", gone, keepFrom);
        }
    }

    /** In many short transactions, so that nobody waits long for their own chain; what is left goes tomorrow. */
    private long prune(Instant keepFrom) {
        long gone = 0;
        for (int batch = 0; batch < MOST_BATCHES_A_DAY; batch++) {
            List<PersonId> people = seals.withEntriesBefore(keepFrom, BATCH);
            long inBatch = people.stream()
                    .mapToLong(person -> seals.prune(person, keepFrom, BATCH))
                    .sum();
            gone += inBatch;
            if (inBatch == 0) {
                break;
            }
        }
        seals.pruneWhatStoodForThem(keepFrom);
        return gone;
    }
}
