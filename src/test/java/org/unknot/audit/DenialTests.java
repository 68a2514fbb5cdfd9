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
    void oneWhoKnocksAllDayIsCountedAndDoesNotHideAnotherOne() {
        Audit audit = new Audit(entries, now, limits);
        PersonId person = anybody();
        PersonId other = anybody();
        long counted = counted();
        IntStream.range(0, 310).forEach(i -> audit.recordDenial(Optional.empty(), person, Action.READ, PURPOSE));
        assertThat(length(person)).isBetween(300L, 303L);
        assertThat(counted() - counted).isBetween(7L, 10L);
        audit.recordDenial(Optional.of(other), person, Action.READ, PURPOSE);
        assertThat(audit.trail(person, Optional.empty(), 1).getFirst().actor()).contains(other);
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
