package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.Now;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.heat.Facts;
import org.unknot.heat.Heat;
import org.unknot.heat.Way;
import org.unknot.heat.Wish;
import org.unknot.session.EaseScripts;
import org.unknot.session.Records;
import org.unknot.session.Script;
import org.unknot.shared.Answer;
import org.unknot.shared.PersonId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is on its way when somebody is erased or moves into an account: it is there before and goes along, or it is refused. Two
 * real transactions, in each order, and no row of anybody who is gone.
 */
@SpringBootTest(properties = "unknot.time-machine=true")
class GoneMeanwhileTests {

    /** What a phone sends about a guest. */
    enum Sent {
        ANSWER,
        RECORD,
        HEAT
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Guests guests;

    @Autowired
    private Adoption adoption;

    @Autowired
    private Erasure erasure;

    @Autowired
    private People people;

    @Autowired
    private Now now;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Visitor guest = Visitor.NOBODY;
    private PersonId person = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aGuest() {
        guest = guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        person = guest.person().orElseThrow();
    }

    @AfterEach
    void rest() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void whatComesWhileTheyAreErasedIsRefused(Sent sent) throws Exception {
        assertThat(comesDuring(this::erase, sent)).isInstanceOf(AccessDenied.class);
        assertThat(mentions(person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayBeforeTheyAreErasedGoesWithThem(Sent sent) throws Exception {
        finishesBefore(this::erase, sent);
        assertThat(mentions(person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatComesWhileTheyMoveIsRefused(Sent sent) throws Exception {
        Somebody account = new SignedInAs(context).with();
        assertThat(comesDuring(() -> adoption.adopt(guest, account.visitor()), sent))
                .isInstanceOf(AccessDenied.class);
        assertThat(mentions(person)).containsExactly("account.adopted.former_id");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayBeforeTheyMoveGoesAlong(Sent sent) throws Exception {
        Somebody account = new SignedInAs(context).with();
        finishesBefore(() -> adoption.adopt(guest, account.visitor()), sent);
        assertThat(mentions(person)).containsExactly("account.adopted.former_id");
        assertThat(mentions(account.person()))
                .contains(
                        switch (sent) {
                            case ANSWER -> "triage.run.person_id";
                            case RECORD -> "session.record.person_id";
                            case HEAT -> "heat.course.person_id";
                        });
    }

    @ParameterizedTest
    @EnumSource
    void theNightlyClearingIsNoExceptionEither(Sent sent) throws Exception {
        lastSeenLongAgo();
        assertThat(comesDuring(() -> erasure.eraseIdle(person, now.today()), sent))
                .isInstanceOf(AccessDenied.class);
        assertThat(mentions(person)).isEmpty();
    }

    @Test
    void aGuestWhoComesBackDuringTheNightStaysAndNothingIsWrittenDown() {
        erasure.eraseIdle(person, now.today().minusDays(90));
        assertThat(people.exists(person)).isTrue();
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit.entry where subject = :person",
                        Map.of("person", person.value()),
                        Integer.class))
                .isZero();
    }

    /** An account that is opened while its guest is erased would be somebody's who does not exist. */
    @Test
    void anAccountIsNotOpenedForWhoIsBeingErased() throws Exception {
        Accounts accounts = context.getBean(Accounts.class);
        assertThat(comesDuring(this::erase, () -> accounts.open(person))).isInstanceOf(AccessDenied.class);
        assertThat(mentions(person)).isEmpty();
    }

    @Test
    void nobodyIsSignedInWhoIsBeingErased() throws Exception {
        Somebody account = new SignedInAs(context).with();
        SignIns signIns = context.getBean(SignIns.class);
        Gate gate = context.getBean(Gate.class);
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(comesDuring(
                        () -> {
                            gate.mayChange(account.visitor(), account.person(), Purpose.ERASURE);
                            erasure.erase(account.person());
                        },
                        () -> signIns.signIn(account.person(), request, new MockHttpServletResponse(), Factor.LINK)))
                .isInstanceOf(AccessDenied.class);
        assertThat(request.getSession(false)).isNull();
        assertThat(mentions(account.person())).isEmpty();
    }

    @Test
    void eightWhoWriteAndOneWhoErasesNeverWaitForEachOtherForEver() throws Exception {
        for (int round = 0; round < 5; round++) {
            aGuest();
            CyclicBarrier together = new CyclicBarrier(9);
            AtomicInteger stored = new AtomicInteger();
            List<Future<Throwable>> all = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(n -> all.add(threads.submit(() -> {
                        together.await(20, TimeUnit.SECONDS);
                        return failing(() -> {
                            for (int i = 0; i < 5; i++) {
                                send(Sent.values()[(n + i) % Sent.values().length]);
                                stored.incrementAndGet();
                            }
                        });
                    })));
            Future<Throwable> erasing = threads.submit(() -> {
                together.await(20, TimeUnit.SECONDS);
                return failing(this::erase);
            });
            for (Future<Throwable> one : all) {
                assertThat(one.get(20, TimeUnit.SECONDS)).isInstanceOfAny(AccessDenied.class, Nothing.class);
            }
            assertThat(erasing.get(20, TimeUnit.SECONDS)).isInstanceOf(Nothing.class);
            assertThat(mentions(person)).as("after %s that were stored", stored).isEmpty();
        }
    }

    @Test
    void whoMovesAGuestAndWhoErasesThemStandInTheSameLine() throws Exception {
        Somebody account = new SignedInAs(context).with();
        CountDownLatch asked = new CountDownLatch(1);
        Future<Throwable> erasing = threads.submit(() -> failing(() -> transaction.executeWithoutResult(within -> {
            context.getBean(Gate.class).mayChange(guest, person, Purpose.ERASURE);
            asked.countDown();
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> waiting() > 0);
            erasure.erase(person);
        })));
        awaited(asked);
        Future<Throwable> moving = threads.submit(() -> failing(() -> adoption.adopt(guest, account.visitor())));
        assertThat(erasing.get(30, TimeUnit.SECONDS)).isInstanceOf(Nothing.class);
        assertThat(moving.get(30, TimeUnit.SECONDS)).isInstanceOf(AccessDenied.class);
        assertThat(mentions(person)).isEmpty();
    }

    @Test
    void ofTwoPhonesThatTakeOverEachOtherAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            aGuest();
            Visitor here = guest;
            aGuest();
            Visitor there = guest;
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Throwable>> both = new ArrayList<>();
            for (List<Visitor> way : List.of(List.of(here, there), List.of(there, here))) {
                both.add(threads.submit(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return failing(() -> adoption.adopt(
                            way.getFirst(), way.getLast().person().orElseThrow()));
                }));
            }
            assertThat(List.of(
                            both.getFirst().get(20, TimeUnit.SECONDS),
                            both.getLast().get(20, TimeUnit.SECONDS)))
                    .hasAtLeastOneElementOfType(Nothing.class)
                    .hasAtLeastOneElementOfType(AccessDenied.class);
        }
    }

    /** What the second gets, who comes while the first has not said yet that it is done. */
    private Throwable comesDuring(Runnable first, Sent sent) throws Exception {
        return comesDuring(first, () -> send(sent));
    }

    private Throwable comesDuring(Runnable first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<Throwable> one = threads.submit(() -> failing(() -> transaction.executeWithoutResult(within -> {
            first.run();
            done.countDown();
            awaited(mayEnd);
        })));
        awaited(done);
        Future<Throwable> other = threads.submit(() -> failing(second));
        try {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> waiting() > 0 || other.isDone());
        } finally {
            mayEnd.countDown();
        }
        assertThat(one.get(20, TimeUnit.SECONDS)).isInstanceOf(Nothing.class);
        return other.get(20, TimeUnit.SECONDS);
    }

    private void finishesBefore(Runnable second, Sent sent) throws Exception {
        assertThat(comesDuring(() -> send(sent), second)).isInstanceOf(Nothing.class);
    }

    private int waiting() {
        Integer waiting = jdbc.queryForObject(
                "select count(*) from pg_locks where not granted and locktype in ('advisory', 'transactionid', 'tuple')",
                Map.of(),
                Integer.class);
        return waiting == null ? 0 : waiting;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Instead of null, so that a test says what it means. */
    private static final class Nothing extends Throwable {
        private static final long serialVersionUID = 1L;
    }

    private static Throwable failing(Runnable work) {
        try {
            work.run();
            return new Nothing();
        } catch (RuntimeException | AssertionError failed) {
            return failed;
        }
    }

    private void erase() {
        guests.erase(guest, new MockHttpServletRequest(), new MockHttpServletResponse());
    }

    private void send(Sent sent) {
        switch (sent) {
            case ANSWER -> context.getBean(Triage.class).answer(guest, Changes.ofAge(40));
            case RECORD -> context.getBean(Records.class).take(guest, UuidCreator.getTimeOrderedEpoch(), record());
            case HEAT ->
                context.getBean(Heat.class)
                        .takeIn(
                                guest,
                                UuidCreator.getTimeOrderedEpoch(),
                                new Facts(wish(), now.instant(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private static Wish wish() {
        return new Wish(
                Way.PACK,
                15,
                Wish.QUESTIONS.stream().collect(Collectors.toMap(question -> question, question -> Answer.NO)));
    }

    private ObjectNode record() {
        Script script =
                context.getBean(EaseScripts.class).byPosition("back-knees-up").orElseThrow();
        Instant at = now.instant();
        ObjectNode record = context.getBean(JsonMapper.class).createObjectNode();
        record.put("script", script.id().toString());
        record.put("revision", script.revision());
        record.put("startedAt", at.toString());
        record.put("finishedAt", at.toString());
        record.putArray("events");
        record.putObject("after").put("change", "better").put("pain", 3);
        return record;
    }

    private void lastSeenLongAgo() {
        jdbc.update(
                "update account.person set last_seen_on = current_date - 100 where id = :person",
                Map.of("person", person.value()));
    }

    private Iterable<String> mentions(PersonId whom) {
        return new Mentions(jdbc).of(whom);
    }
}
