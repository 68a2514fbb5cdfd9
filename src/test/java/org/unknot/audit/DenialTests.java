package org.unknot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimits;
import org.unknot.shared.StoppedClock;

/** A stranger who knocks makes neither a row for each knock nor a chain for each made-up id. */
@SpringBootTest
class DenialTests {

    private static final String PURPOSE = "STRANGERS";

    @Autowired
    private Entries entries;

    @Autowired
    private Now now;

    @Autowired
    private JdbcClient jdbc;

    private final StoppedClock clock = new StoppedClock();
    private Audit audit;

    @BeforeEach
    void inAnHourThatStandsStill() {
        audit = new Audit(entries, now, new RateLimits(true, clock));
    }

    @Test
    void madeUpIdsBeginAThousandChainsADayAndAreThenOnlyCounted() {
        long chains = number("select count(*) from audit.head");
        long counted = counted();
        IntStream.range(0, 1010).forEach(i -> knock(1, Optional.empty(), anybody(), PURPOSE));
        assertThat(number("select count(*) from audit.head") - chains).isEqualTo(1000);
        assertThat(counted() - counted).isEqualTo(10);
        clock.pass(Duration.ofHours(12));
        IntStream.range(0, 510).forEach(i -> knock(1, Optional.empty(), anybody(), PURPOSE));
        assertThat(number("select count(*) from audit.head") - chains)
                .as("half a day later")
                .isEqualTo(1500);
    }

    @Test
    void theSameRefusalIsWrittenFiveTimesAnHourAndThenCounted() {
        PersonId person = withChain();
        PersonId other = withChain();
        PersonId one = anybody();
        long counted = counted();
        knock(50, Optional.of(one), person, PURPOSE);
        assertThat(denials(person)).isEqualTo(5);
        assertThat(counted() - counted).isEqualTo(45);
        knock(1, Optional.of(one), person, PURPOSE + "2");
        knock(1, Optional.of(anybody()), person, PURPOSE);
        knock(1, Optional.of(one), other, PURPOSE);
        assertThat(denials(person)).as("another refusal, and another actor").isEqualTo(7);
        assertThat(denials(other)).as("of another person").isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        knock(50, Optional.of(one), person, PURPOSE);
        assertThat(denials(person)).as("an hour later").isEqualTo(12);
    }

    /** Guests are made as quickly as requests are; all of them are nobody to us. */
    @Test
    void aFloodOfStrangersMakesTwentyEntriesAndTakesNothingFromThoseWhomWeKnow() {
        PersonId person = withChain();
        IntStream.range(0, 100).forEach(n -> knock(3, Optional.empty(), person, PURPOSE + n));
        assertThat(denials(person)).isEqualTo(20);
        IntStream.range(0, 100).forEach(n -> knock(1, Optional.of(anybody()), person, PURPOSE));
        assertThat(denials(person))
                .as("theirs, and each of a hundred colleagues")
                .isEqualTo(120);
    }

    @Test
    void ofOneWhoTriesEverythingTwentyEntriesStayAndTheNextOneIsSeenToo() {
        PersonId person = withChain();
        PersonId other = withChain();
        PersonId one = anybody();
        PersonId next = anybody();
        IntStream.range(0, 60).forEach(n -> knock(1, Optional.of(one), person, PURPOSE + n));
        assertThat(denials(person)).isEqualTo(20);
        knock(1, Optional.of(next), person, PURPOSE);
        assertThat(audit.trail(person, Optional.empty(), 1).getFirst().actor()).contains(next);
        knock(1, Optional.of(one), other, PURPOSE);
        assertThat(denials(other)).as("of another person").isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        IntStream.range(100, 160).forEach(n -> knock(1, Optional.of(one), person, PURPOSE + n));
        assertThat(denials(person)).as("an hour later").isEqualTo(41);
    }

    @Test
    void whoOpensManyAccountsMakesAHundred() {
        PersonId person = withChain();
        PersonId other = withChain();
        IntStream.range(0, 150).forEach(n -> knock(1, Optional.of(anybody()), person, PURPOSE));
        assertThat(denials(person)).isEqualTo(100);
        knock(1, Optional.of(anybody()), other, PURPOSE);
        assertThat(denials(other)).as("of another person").isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        IntStream.range(0, 150).forEach(n -> knock(1, Optional.of(anybody()), person, PURPOSE));
        assertThat(denials(person)).as("an hour later").isEqualTo(200);
    }

    private void knock(int times, Optional<PersonId> actor, PersonId person, String purpose) {
        IntStream.range(0, times).forEach(i -> audit.recordDenial(actor, person, Action.READ, purpose));
    }

    private PersonId withChain() {
        PersonId person = anybody();
        audit.record(Optional.of(person), person, Action.READ, PURPOSE);
        return person;
    }

    /** Entries of the person's chain but for the first. */
    private long denials(PersonId person) {
        return jdbc.sql("select n - 1 from audit.head where subject = ?")
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
