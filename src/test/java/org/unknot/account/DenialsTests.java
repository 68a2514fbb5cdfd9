package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Entry;
import org.unknot.shared.PersonId;

/** A refusal stays when all else is undone, costs nobody else their turn, and is told of somebody who exists. */
@SpringBootTest(properties = "unknot.time-machine=true")
class DenialsTests {

    /** As many as there are connections (application.yaml). */
    private static final int ALL = 10;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Gate gate;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    private SignedInAs signedIn;

    @BeforeEach
    void open() {
        signedIn = new SignedInAs(context);
    }

    @Test
    void tenStrangersAtOnceAreAllWrittenDownAndNeedNoSecondConnection() throws Exception {
        List<Somebody> people = Stream.generate(signedIn::with).limit(ALL).toList();
        Somebody stranger = signedIn.with();
        CyclicBarrier together = new CyclicBarrier(ALL);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(ALL)) {
            List<Future<?>> all = people.stream()
                    .<Future<?>>map(person -> threads.submit(() -> refusedTogether(stranger, person, together)))
                    .toList();
            for (Future<?> one : all) {
                one.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(System.nanoTime() - began)
                .as("nobody waited for a connection")
                .isLessThan(2_000_000_000L);
        assertThat(people)
                .allSatisfy(person -> assertThat(trail(person.person()))
                        .singleElement()
                        .matches(entry -> !entry.allowed() && entry.actor().equals(Optional.of(stranger.person()))));
    }

    private void refusedTogether(Somebody stranger, Somebody person, CyclicBarrier together) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(within -> {
                    try {
                        gate.mayChange(stranger.visitor(), person.person(), Purpose.HEAT);
                    } finally {
                        awaited(together); // now all of them have their connection, and end
                    }
                }))
                .isInstanceOf(AccessDenied.class);
    }

    private static void awaited(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachRefusalOfOneTransactionIsWrittenDownAndNothingElseOfIt() {
        Somebody stranger = signedIn.with();
        Somebody one = signedIn.with();
        Somebody other = signedIn.with();
        transaction.executeWithoutResult(within -> {
            gate.mayRead(stranger.visitor(), stranger.person(), Purpose.ACCOUNT);
            for (Somebody person : List.of(one, other, one)) {
                assertThatThrownBy(() -> gate.mayRead(stranger.visitor(), person.person(), Purpose.TRIAGE))
                        .isInstanceOf(AccessDenied.class);
            }
            within.setRollbackOnly();
        });
        assertThat(trail(one.person())).hasSize(2).noneMatch(Entry::allowed);
        assertThat(trail(other.person())).hasSize(1).noneMatch(Entry::allowed);
        assertThat(trail(stranger.person())).isEmpty();
    }

    @Test
    void whoDoesNotExistGetsNoChainAndTheTryIsToldOfWhoMadeIt() {
        PersonId nobody = new PersonId(UUID.randomUUID());
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        assertThatThrownBy(() -> gate.mayRead(ot.visitor(), nobody, Purpose.CHART))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> context.getBean(BreakGlass.class).open(ot.visitor(), nobody, "Called from the ward"))
                .isInstanceOf(AccessDenied.class);
        long counted = counted();
        assertThatThrownBy(() -> gate.mayRead(Visitor.guest(nobody), nobody, Purpose.CHART))
                .isInstanceOf(AccessDenied.class);
        assertThat(counted() - counted).isEqualTo(1);
        assertThat(trail(nobody)).isEmpty();
        assertThat(trail(ot.person()))
                .extracting(Entry::action)
                .containsExactly(Audit.Action.BREAK_GLASS, Audit.Action.READ);
    }

    @Test
    void anotherGuestIsNobodyWeKnow() {
        Somebody person = signedIn.with();
        Visitor guest =
                context.getBean(Guests.class).admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        assertThatThrownBy(() -> gate.mayRead(guest, person.person(), Purpose.PROGRAM))
                .isInstanceOf(AccessDenied.class);
        assertThat(trail(person.person()))
                .singleElement()
                .matches(entry -> entry.actor().isEmpty() && !entry.allowed());
    }

    private List<Entry> trail(PersonId person) {
        return audit.trail(person, Optional.empty(), 50);
    }

    private long counted() {
        Long n = jdbc.queryForObject(
                "select coalesce(sum(n), 0) from audit.denial_count where purpose = 'CHART'", Map.of(), Long.class);
        return n == null ? 0 : n;
    }
}
