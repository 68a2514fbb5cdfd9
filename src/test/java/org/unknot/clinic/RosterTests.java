package org.unknot.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.unknot.account.Accounts;
import org.unknot.account.Directory;
import org.unknot.account.InTurn;
import org.unknot.account.Relationship;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;

@SpringBootTest(properties = "unknot.time-machine=true")
class RosterTests {

    private static final int PEOPLE = 6;
    private static final int TIMES = 25;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Roster roster;

    @Autowired
    private Directory directory;

    /**
     * By name on the one list, by who came first on the other: each reads all of them in one transaction. Both are here the one
     * order backwards, so that a list that asks in its own order begins where the other ends.
     */
    @Test
    void twoWhoListTheSamePeopleNeverWaitForEachOtherForEver() throws Exception {
        SignedInAs signedIn = new SignedInAs(context);
        Somebody desk = signedIn.with(Role.FRONT_DESK);
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        String family = "Deadlock" + UUID.randomUUID();
        List<Somebody> people = Stream.generate(signedIn::patientWhoConsents)
                .limit(PEOPLE)
                .sorted(Comparator.comparing(Somebody::person, InTurn.ONE_ORDER.reversed()))
                .toList();
        IntStream.range(0, PEOPLE).forEach(n -> {
            Somebody person = people.get(n);
            context.getBean(Accounts.class).call(person.person(), family + " " + n, "");
            signedIn.relate(person, ot, Relationship.TREATS);
        });
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<Integer>> both = List.of(
                () -> again(
                        together, () -> directory.find(desk.visitor(), family).size()),
                () -> again(together, () -> roster.mine(ot.visitor()).size()));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : threads.invokeAll(both, 60, TimeUnit.SECONDS)) {
                assertThat(one.get()).isEqualTo(TIMES * PEOPLE);
            }
        }
    }

    private static int again(CyclicBarrier together, Callable<Integer> lists) throws Exception {
        int found = 0;
        for (int time = 0; time < TIMES; time++) {
            together.await(20, TimeUnit.SECONDS);
            found += lists.call();
        }
        return found;
    }
}
