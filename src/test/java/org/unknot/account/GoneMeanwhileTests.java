package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.unknot.account.AtOnce.Nothing;
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

    private Visitor guest = Visitor.NOBODY;
    private PersonId person = new PersonId(new UUID(0, 0));

    @BeforeEach
    void aGuest() {
        guest = guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
        person = guest.person().orElseThrow();
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
            AtomicInteger stored = new AtomicInteger();
            List<Runnable> all = new ArrayList<>(IntStream.range(0, 8)
                    .<Runnable>mapToObj(n -> () -> {
                        for (int i = 0; i < 5; i++) {
                            send(Sent.values()[(n + i) % Sent.values().length]);
                            stored.incrementAndGet();
                        }
                    })
                    .toList());
            all.add(this::erase);
            List<Throwable> outcomes = together(all);
            assertThat(outcomes.subList(0, 8))
                    .allSatisfy(one -> assertThat(one).isInstanceOfAny(AccessDenied.class, Nothing.class));
            assertThat(outcomes.getLast()).isInstanceOf(Nothing.class);
            assertThat(mentions(person)).as("after %s that were stored", stored).isEmpty();
        }
    }

    @Test
    void whoMovesAGuestAndWhoErasesThemStandInTheSameLine() throws Exception {
        Somebody account = new SignedInAs(context).with();
        Gate gate = context.getBean(Gate.class);
        try (AtOnce both = new AtOnce(transaction, jdbc)) {
            List<Throwable> outcomes = both.comesBetween(
                    () -> gate.mayChange(guest, person, Purpose.ERASURE),
                    () -> erasure.erase(person),
                    () -> adoption.adopt(guest, account.visitor()));
            assertThat(outcomes.getFirst()).isInstanceOf(Nothing.class);
            assertThat(outcomes.getLast()).isInstanceOf(AccessDenied.class);
        }
        assertThat(mentions(person)).isEmpty();
    }

    @Test
    void ofTwoPhonesThatTakeOverEachOtherAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 5; round++) {
            aGuest();
            Visitor here = guest;
            aGuest();
            Visitor there = guest;
            assertThat(together(List.of(
                            () -> adoption.adopt(here, there.person().orElseThrow()),
                            () -> adoption.adopt(there, here.person().orElseThrow()))))
                    .hasAtLeastOneElementOfType(Nothing.class)
                    .hasAtLeastOneElementOfType(AccessDenied.class);
        }
    }

    private List<Throwable> together(List<Runnable> all) throws Exception {
        try (AtOnce they = new AtOnce(transaction, jdbc)) {
            return they.together(all);
        }
    }

    /** What the second gets, who comes while the first has not said yet that it is done. */
    private Throwable comesDuring(Runnable first, Sent sent) throws Exception {
        return comesDuring(first, () -> send(sent));
    }

    private Throwable comesDuring(Runnable first, Runnable second) throws Exception {
        try (AtOnce both = new AtOnce(transaction, jdbc)) {
            return both.comesDuring(first, second);
        }
    }

    private void finishesBefore(Runnable second, Sent sent) throws Exception {
        assertThat(comesDuring(() -> send(sent), second)).isInstanceOf(Nothing.class);
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
