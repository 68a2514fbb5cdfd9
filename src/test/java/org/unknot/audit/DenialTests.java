package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimits;

/** A stranger who knocks makes neither a row for each knock nor a chain for each made-up id. */
@SpringBootTest
class DenialTests {

    private static final String PURPOSE = "STRANGERS";

    @Autowired
    private Entries entries;

    @Autowired
    private Now now;

    @Autowired
    private RateLimits limits;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void madeUpIdsBeginAThousandChainsADayAndAreThenOnlyCounted() {
        Audit audit = new Audit(entries, now, limits);
        long chains = number("select count(*) from audit.head");
        long counted = counted();
        IntStream.range(0, 1010).forEach(i -> audit.recordDenial(Optional.empty(), anybody(), Action.READ, PURPOSE));
        assertThat(number("select count(*) from audit.head") - chains)
                .isBetween(1000L, 1002L); // one comes back every 86 s
        assertThat(counted() - counted).isBetween(8L, 10L);
    }

    @Test
    void theSameRefusalIsWrittenFiveTimesAnHourAndThenCounted() {
        Audit audit = new Audit(entries, now, limits);
        PersonId person = withChain(audit);
        long counted = counted();
        knock(audit, 50, Optional.empty(), person, PURPOSE);
        assertThat(length(person) - 1).isBetween(5L, 6L);
        assertThat(counted() - counted).isBetween(44L, 45L);
    }

    /** Guests are made as quickly as requests are; all of them are nobody to us. */
    @Test
    void aFloodOfStrangersMakesTwentyEntriesAndHidesNobodyWhomWeKnow() {
        Audit audit = new Audit(entries, now, limits);
        PersonId person = withChain(audit);
        PersonId colleague = anybody();
        IntStream.range(0, 100).forEach(n -> knock(audit, 3, Optional.empty(), person, PURPOSE + n));
        assertThat(length(person) - 1).isBetween(20L, 21L);
        audit.recordDenial(Optional.of(colleague), person, Action.READ, PURPOSE);
        assertThat(audit.trail(person, Optional.empty(), 1).getFirst().actor()).contains(colleague);
    }

    @Test
    void ofOneWhoTriesEverythingTwentyEntriesStayAndTheNextOneIsSeenToo() {
        Audit audit = new Audit(entries, now, limits);
        PersonId person = withChain(audit);
        PersonId one = anybody();
        PersonId next = anybody();
        IntStream.range(0, 60).forEach(n -> knock(audit, 1, Optional.of(one), person, PURPOSE + n));
        assertThat(length(person) - 1).isBetween(20L, 21L);
        audit.recordDenial(Optional.of(next), person, Action.READ, PURPOSE);
        assertThat(audit.trail(person, Optional.empty(), 1).getFirst().actor()).contains(next);
    }

    @Test
    void whoOpensManyAccountsMakesAHundred() {
        Audit audit = new Audit(entries, now, limits);
        PersonId person = withChain(audit);
        IntStream.range(0, 150).forEach(n -> knock(audit, 1, Optional.of(anybody()), person, PURPOSE));
        assertThat(length(person) - 1).isBetween(100L, 102L);
    }

    private static void knock(Audit audit, int times, Optional<PersonId> actor, PersonId person, String purpose) {
        IntStream.range(0, times).forEach(i -> audit.recordDenial(actor, person, Action.READ, purpose));
    }

    private static PersonId withChain(Audit audit) {
        PersonId person = anybody();
        audit.record(Optional.of(person), person, Action.READ, PURPOSE);
        return person;
    }

    private long length(PersonId person) {
        return jdbc.sql("select n from audit.head where subject = ?")
                .param(person.value())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private long counted() {
        return number("select coalesce(sum(n), 0) from audit.denial_count where purpose = 'STRANGERS'");
    }

    private long number(String sql) {
        return jdbc.sql(sql).query((row, n) -> row.getLong(1)).single();
    }

    private static PersonId anybody() {
        return new PersonId(UUID.randomUUID());
    }
}
