package org.unknot.triage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Gate;
import org.unknot.account.Guests;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;

/**
 * The safety gate as others see it: what a person told, what the rules make of it and what is still to be asked. A person
 * without an age on record is not triaged, whatever else they told.
 */
@Component
public class Triage {

    private final Questionnaire questionnaire;
    private final Rules rules;
    private final TriageRuns runs;
    private final Judgement judgement;
    private final Guests guests;
    private final Gate gate;
    private final Now now;

    Triage(
            Questionnaire questionnaire,
            Rules rules,
            TriageRuns runs,
            Judgement judgement,
            Guests guests,
            Gate gate,
            Now now) {
        this.questionnaire = questionnaire;
        this.rules = rules;
        this.runs = runs;
        this.judgement = judgement;
        this.guests = guests;
        this.gate = gate;
        this.now = now;
    }

    /** What the rules make of these answers now; nothing is stored. */
    public Verdict judge(Answers answers) {
        return rules.judge(answers, now.instant());
    }

    /** What is still worth asking, the most important first. */
    public List<QuestionId> openQuestions(Answers answers) {
        return rules.openQuestions(answers);
    }

    /** Of these, only the ones whose answer could still change the level. */
    public List<QuestionId> questionsDecidingTheLevel(Answers answers) {
        return rules.questionsDecidingTheLevel(answers);
    }

    /** Every question, in the order of asking. */
    public List<Question> questionnaire() {
        return questionnaire.questions();
    }

    /** Names words and rules together; changes with either. */
    public String revision() {
        return questionnaire.revision();
    }

    /** The question in its words, empty when there is none of that id. */
    public Optional<Question> find(QuestionId id) {
        return questionnaire.find(id);
    }

    /** @throws IllegalArgumentException when there is no such question */
    public Question question(QuestionId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such question: " + id.value()));
    }

    /** What this visitor told so far, complete or not; empty for whoever is not, or no longer, on record. */
    @Transactional
    public Optional<Told> told(Visitor visitor) {
        return guests.known(visitor).flatMap(person -> {
            gate.mayRead(visitor, person, Purpose.TRIAGE);
            return runs.last(person);
        });
    }

    /** The visitor's answers and the verdict on them, judged by the rules of today. */
    @Transactional
    public Optional<Triaged> current(Visitor visitor) {
        return told(visitor).flatMap(judgement::of);
    }

    /** For callers within a request that has passed the gate. */
    @Transactional(readOnly = true)
    public Optional<Triaged> current(PersonId person) {
        return runs.last(person).flatMap(judgement::of);
    }

    /** Adds answers and judges again in the same transaction; empty while the age is not known. */
    @Transactional
    public Optional<Triaged> answer(Visitor visitor, Changes changes) {
        return answer(visitor, changes, now.instant());
    }

    /**
     * As {@link #answer(Visitor, Changes)}, for answers given offline.
     *
     * @param at when they were given; never taken as later than now nor as earlier than what is stored
     */
    @Transactional
    public Optional<Triaged> answer(Visitor visitor, Changes changes, Instant at) {
        PersonId person = visitor.person()
                .orElseThrow(() -> new IllegalArgumentException("Only a person who was admitted can answer"));
        gate.mayChange(visitor, person, Purpose.TRIAGE);
        return answer(person, changes, at);
    }

    /** For callers within a request that has passed the gate. */
    @Transactional
    public Optional<Triaged> answer(PersonId person, Changes changes) {
        return answer(person, changes, now.instant());
    }

    private Optional<Triaged> answer(PersonId person, Changes changes, Instant at) {
        changes.given().keySet().forEach(Prompts::prompt);
        runs.oneAtATime(person);
        TriageId id = new TriageId(UuidCreator.getTimeOrderedEpoch());
        Told before = runs.last(person)
                .map(told -> recheckIsDue(told) ? told.toBeRechecked() : told)
                .orElseGet(() -> Told.nothing(person, id, Instant.EPOCH));
        boolean plausible = at.isAfter(before.at()) && at.isBefore(now.instant());
        // The database keeps microseconds; what is said now must equal what is read later.
        Instant moment = (plausible ? at : now.instant()).truncatedTo(ChronoUnit.MICROS);
        return judgement.keep(before.with(changes, id, moment, now.today()));
    }

    /** Whether what was told is too old to stand on; then the danger pages begin anew. */
    public boolean recheckIsDue(Told told) {
        return judgement.recheckIsDue(told);
    }
}
