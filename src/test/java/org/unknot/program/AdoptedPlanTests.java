package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.account.Adoption;
import org.unknot.account.Guests;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.exercise.Direction;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;

/** A phone with a plan of its own signs in to an account that has a plan, too: one of them goes on, and nothing is lost. */
@SpringBootTest(properties = "unknot.time-machine=true")
class AdoptedPlanTests {

    private static final QuestionId FEVER = new QuestionId("fever");

    @Autowired
    private Guests guests;

    @Autowired
    private Triage triage;

    @Autowired
    private Programs programs;

    @Autowired
    private Adoption adoption;

    @Autowired
    private TimeMachine time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProgramRows rows;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void theNewerEpisodeStaysOpenAndTheOlderIsOverWithItsHistory() {
        Visitor account = account(cleared());
        EpisodeId older = programs.today(account).flatMap(Program::episode).orElseThrow();
        programs.hurts(account, new PainScore(6));
        time.shiftBy(Duration.ofDays(3));
        Visitor phone = cleared();
        EpisodeId newer = programs.today(phone).flatMap(Program::episode).orElseThrow();

        adoption.adopt(phone, account);

        assertThat(programs.episode(account)).hasValueSatisfying(episode -> {
            assertThat(episode.id()).isEqualTo(newer);
            assertThat(episode.closed()).isFalse();
        });
        assertThat(openEpisodes(account)).isEqualTo(1);
        assertThat(scores(older)).as("history of the older one").isPositive();
        assertThat(programs.today(account).orElseThrow().items()).isNotEmpty();
        assertThat(programs.today(account).flatMap(Program::episode)).contains(newer);
    }

    /** One back: what spread the pain down the leg on the one phone would do so on the other. */
    @Test
    void aDirectionThatWasLockedInTheOlderStaysLockedAndItsChoicesStayInTheCopy() {
        Visitor account = account(cleared());
        EpisodeId older = programs.today(account).flatMap(Program::episode).orElseThrow();
        programs.choose(account, "stretch:knee-to-chest", Choice.REFUSE);
        locked(account, older, Direction.FLEXION);
        time.shiftBy(Duration.ofDays(3));
        Visitor phone = cleared();
        programs.today(phone);

        adoption.adopt(phone, account);

        Program merged = programs.today(account).orElseThrow();
        assertThat(merged.leftOut()).extracting(LeftOut::rule).contains("lock").doesNotContain(LeftOut.CHOICE);
        assertThat(rows.export(account.person().orElseThrow()))
                .filteredOn(kept -> kept.table().equals("program.choice"))
                .isNotEmpty()
                .allMatch(kept -> kept.rows().contains("knee-to-chest"));
    }

    private void locked(Visitor visitor, EpisodeId episode, Direction direction) {
        jdbc.sql("""
                        insert into program.direction_lock (id, person_id, episode_id, direction, record_id, at)
                        values (gen_random_uuid(), ?, ?, ?, gen_random_uuid(), now())
                        """)
                .params(visitor.person().orElseThrow().value(), episode.value(), direction.name())
                .update();
    }

    @Test
    void anOlderPlanOnThePhoneDoesNotTakeThePlaceOfTheAccountsOwn() {
        Visitor phone = cleared();
        programs.today(phone);
        time.shiftBy(Duration.ofDays(2));
        Visitor account = account(cleared());
        EpisodeId own = programs.today(account).flatMap(Program::episode).orElseThrow();

        adoption.adopt(phone, account);

        assertThat(programs.today(account).flatMap(Program::episode)).contains(own);
        assertThat(openEpisodes(account)).isEqualTo(1);
    }

    @Test
    void aPhoneOnWhichLittleWasToldDoesNotEndThePlan() {
        Visitor account = account(cleared());
        int items = programs.today(account).orElseThrow().items().size();
        time.shiftBy(Duration.ofMinutes(5));
        Visitor phone = guest();
        triage.answer(phone, Changes.of(new QuestionId("chest-pain"), Answer.NO));

        adoption.adopt(phone, account);

        assertThat(programs.today(account).orElseThrow().items()).hasSize(items);
    }

    @Test
    void aDangerToldOnEitherPhoneCounts() {
        Visitor account = account(cleared());
        time.shiftBy(Duration.ofMinutes(5));
        Visitor phone = guest();
        triage.answer(phone, Changes.of(new QuestionId("saddle-numb"), Answer.YES));
        adoption.adopt(phone, account);
        assertThat(programs.today(account).orElseThrow().items()).isEmpty();

        Visitor other = account(guest());
        triage.answer(other, Changes.of(Map.of(FEVER, Answer.YES)));
        time.shiftBy(Duration.ofMinutes(5));
        Visitor halfTold = guest();
        triage.answer(halfTold, Changes.ofAge(40));
        adoption.adopt(halfTold, other);
        assertThat(triage.current(other).orElseThrow().answers().given()).containsEntry(FEVER, Answer.YES);
    }

    @Test
    void answersDoNotGetFresherByBeingPutTogether() {
        Visitor account = account(cleared());
        var checked = triage.current(account).orElseThrow().at();
        time.shiftBy(Duration.ofHours(20));
        Visitor phone = guest();
        triage.answer(phone, Changes.of(new QuestionId("chest-pain"), Answer.NO));

        adoption.adopt(phone, account);

        assertThat(triage.current(account).orElseThrow().at()).isEqualTo(checked);
    }

    private Visitor guest() {
        return guests.admit(new MockHttpServletRequest(), new MockHttpServletResponse());
    }

    private Visitor cleared() {
        Visitor guest = guest();
        Answered.withNoToEverything(triage, guest, 2);
        return guest;
    }

    private Visitor account(Visitor guest) {
        PersonId person = guest.person().orElseThrow();
        jdbc.sql("insert into account.account (person_id, opened_at) values (?, now())")
                .param(person.value())
                .update();
        return new Visitor(Optional.of(person), new SignedIn(person, Optional.empty()));
    }

    private int openEpisodes(Visitor visitor) {
        return jdbc.sql("""
                        select count(*) from program.episode e where person_id = ? and not exists
                            (select from program.closing c where c.episode_id = e.id and c.taken_back_at is null)
                        """)
                .param(visitor.person().orElseThrow().value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private int scores(EpisodeId episode) {
        return jdbc.sql("select count(*) from program.pain_note where episode_id = ?")
                .param(episode.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }
}
