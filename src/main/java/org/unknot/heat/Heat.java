package org.unknot.heat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Gate;
import org.unknot.account.Guests;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.guidance.Guidance;
import org.unknot.heat.Course.End;
import org.unknot.heat.Course.How;
import org.unknot.heat.Course.Skin;
import org.unknot.program.Doing;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.Answer;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Answers;
import org.unknot.triage.Changes;
import org.unknot.triage.Clearance;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/**
 * Whether a person may warm their back now, and what came of it. A start asks triage, the plan, the rules and the last course in
 * one transaction, one start of a person at a time; where any of them cannot decide, the answer is no.
 */
@Service
public class Heat {

    private final Triage triage;
    private final Programs programs;
    private final Courses courses;
    private final Gate gate;
    private final Guests guests;
    private final ApplicationEventPublisher events;
    private final Now now;
    private final Duration rest;

    Heat(
            Triage triage,
            Programs programs,
            Courses courses,
            Gate gate,
            Guests guests,
            Guidance guidance,
            ApplicationEventPublisher events,
            Now now) {
        this.triage = triage;
        this.programs = programs;
        this.courses = courses;
        this.gate = gate;
        this.guests = guests;
        this.events = events;
        this.now = now;
        this.rest = Duration.ofMinutes(guidance.heat().pauseMinutes());
    }

    /** The rule book, for pages that must be able to say any of it without a network. */
    public static List<Refusal> rules() {
        return Refusals.ALL;
    }

    /** What came of asking for a course. */
    public sealed interface Start {

        /** @param first whether this is the first time that this course came */
        record Begun(Course course, boolean first) implements Start {}

        /** Another course of the person runs. */
        record Runs(Course course) implements Start {}

        record Refused(List<Refusal> refusals, Optional<Instant> restsUntil) implements Start {}
    }

    /**
     * What speaks against heat before anything was asked about it.
     *
     * @param goodUntil until when the phone may go by this without a network
     */
    public record Standing(
            List<Refusal> refusals,
            Optional<Instant> restsUntil,
            Optional<Course> running,
            boolean pregnant,
            Instant goodUntil) {}

    /** For a phone that may soon be without a network. Looks at nobody's record for whoever is not known. */
    @Transactional
    public Standing standing(Visitor visitor) {
        Optional<PersonId> person = guests.known(visitor);
        Instant day = now.instant().plus(Duration.ofHours(24));
        if (person.isEmpty()) {
            return new Standing(List.of(Refusals.NOT_ASKED), Optional.empty(), Optional.empty(), false, day);
        }
        gate.mayRead(visitor, person.get(), Purpose.HEAT);
        Case it = caseOf(person.get(), Optional.empty());
        Optional<Course> running = courses.last(person.get()).filter(course -> course.runsAt(now.instant()));
        Instant goodUntil = triage.current(person.get())
                .map(triaged -> triaged.verdict().recheckAt())
                .filter(recheck -> recheck.isBefore(day))
                .orElse(day);
        return new Standing(Refusals.of(it), it.restsUntil(), running, it.pregnant(), goodUntil);
    }

    /** Begins a course now, or says what speaks against it. What was answered is told to triage either way. */
    @Transactional
    public Start start(Visitor visitor, UUID id, Wish wish) {
        Optional<PersonId> known = guests.known(visitor);
        if (known.isEmpty()) {
            return new Start.Refused(List.of(Refusals.NOT_ASKED), Optional.empty());
        }
        PersonId person = known.get();
        gate.mayChange(visitor, person, Purpose.HEAT);
        courses.oneAtATime(person);
        Optional<Course> same = own(person, id);
        if (same.isPresent()) {
            return new Start.Begun(same.get(), false);
        }
        Optional<Course> last = courses.last(person).filter(course -> course.runsAt(now.instant()));
        if (last.isPresent()) {
            return new Start.Runs(last.get());
        }
        tell(person, wish);
        Case it = caseOf(person, Optional.of(wish));
        List<Refusal> refusals = Refusals.of(it);
        if (!refusals.isEmpty()) {
            return new Start.Refused(refusals, it.restsUntil());
        }
        // The database keeps microseconds; what is said now must equal what is read later.
        Instant at = now.instant().truncatedTo(ChronoUnit.MICROS);
        Course course =
                new Course(id, person, wish.way(), wish.minutes(), at, Optional.empty(), Optional.empty(), List.of());
        courses.add(course, Courses.words(wish), at, course.endsAt().plus(rest));
        events.publishEvent(new HeatStarted(id, person, at, course.endsAt()));
        return new Start.Begun(course, true);
    }

    /** Courses that began, the newest first, for callers whose request has passed the gate. */
    @Transactional(readOnly = true)
    public List<Course> past(PersonId person, int most) {
        return courses.newest(person, most);
    }

    /** The course, where it is one's own. @throws AccessDenied when it is not, or there is none */
    @Transactional
    public Course course(Visitor visitor, UUID id) {
        Course course = courses.course(id).orElseThrow(AccessDenied::new);
        gate.mayRead(visitor, course.person(), Purpose.HEAT);
        return course;
    }

    /**
     * Keeps that a course is over. What was said first stays, but that the heat came off only after the alarm is added. The hour of
     * rest counts from when it was off.
     *
     * @param at when the heat was off, by our clock; what cannot be is taken as the nearest that can
     */
    @Transactional
    public Course finish(Visitor visitor, UUID id, How how, Instant at) {
        Course course = changing(visitor, id);
        boolean latest = courses.last(course.person())
                .filter(last -> last.id().equals(id))
                .isPresent();
        boolean offLater = latest
                && course.end()
                        .filter(end ->
                                end.how() == How.TIME && at.isAfter(end.at().plus(Facts.GRACE)))
                        .isPresent();
        if (course.end().isPresent() && !offLater) {
            return course;
        }
        Course ended = Facts.ended(course, new End(at, how), now.instant());
        // Where a later course stands already, the rest of this one is long over and must not reach into it.
        courses.finish(
                ended, latest ? ended.offAt().plus(rest) : course.endsAt().plus(rest));
        tick(ended);
        events.publishEvent(new HeatFinished(id, course.person(), ended.offAt(), how));
        return ended;
    }

    /** The same by a phone's clock, of which {@code sentAt} tells how far it is off. */
    @Transactional
    public Course finish(Visitor visitor, UUID id, End told, Optional<Instant> sentAt) {
        return finish(visitor, id, told.how(), Facts.ours(told.at(), sentAt, now.instant()));
    }

    /** For whoever has no timer of ours on the phone: it is over now, or was when its time was up. */
    @Transactional
    public Course finish(Visitor visitor, UUID id, How how) {
        Course course = course(visitor, id);
        Instant at = now.instant().isBefore(course.endsAt()) ? now.instant() : course.endsAt();
        return finish(visitor, id, how, at);
    }

    /** Keeps how the skin looked; the last look counts. */
    @Transactional
    public void look(Visitor visitor, UUID id, Skin skin) {
        Course course = changing(visitor, id);
        courses.look(course.id(), skin);
    }

    /** Takes in a course that began without a network. It is never refused, only marked with what was noticed. */
    @Transactional
    public Start.Begun takeIn(Visitor visitor, UUID id, Facts facts) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayChange(visitor, person, Purpose.HEAT);
        courses.oneAtATime(person);
        Optional<Course> same = own(person, id);
        if (same.isPresent()) {
            return new Start.Begun(same.get(), false);
        }
        Instant at = now.instant().truncatedTo(ChronoUnit.MICROS);
        Instant started = facts.startedAt(at);
        boolean tooSoon = courses.restsAt(person, started);
        boolean refused = Refusals.of(caseOf(person, Optional.of(facts.wish()))).stream()
                .anyMatch(rule -> rule != Refusals.TOO_SOON);
        Course course = facts.course(id, person, at, tooSoon, refused);
        courses.add(course, Courses.words(facts.wish()), at, course.offAt().plus(rest));
        events.publishEvent(new HeatStarted(id, person, course.startedAt(), course.endsAt()));
        tick(course);
        course.end().ifPresent(end -> events.publishEvent(new HeatFinished(id, person, end.at(), end.how())));
        return new Start.Begun(course, true);
    }

    /** A whole course is what the plan asks for; one that was broken off is not. */
    private void tick(Course course) {
        if (course.whole()) {
            programs.did(new Doing(course.id(), course.person(), Doing.Item.HEAT, course.offAt(), course.warmed()));
        }
    }

    private Optional<Course> own(PersonId person, UUID id) {
        Optional<Course> course = courses.course(id);
        if (course.filter(found -> !found.person().equals(person)).isPresent()) {
            throw new AccessDenied();
        }
        return course;
    }

    private Course changing(Visitor visitor, UUID id) {
        Course course = courses.course(id).orElseThrow(AccessDenied::new);
        gate.mayChange(visitor, course.person(), Purpose.HEAT);
        courses.oneAtATime(course.person());
        return courses.course(id).orElseThrow(AccessDenied::new);
    }

    /** A fever is told only when there is one: a no said here must not make the other danger answers look fresh. */
    private void tell(PersonId person, Wish wish) {
        Map<QuestionId, Answer> told = new HashMap<>(wish.answers());
        told.keySet().retainAll(Wish.LIST);
        told.computeIfPresent(Wish.FEVER, (fever, answer) -> answer == Answer.NO ? null : answer);
        triage.answer(person, Changes.of(told));
    }

    private Case caseOf(PersonId person, Optional<Wish> wish) {
        Instant at = now.instant();
        Optional<Triaged> triaged =
                triage.current(person).filter(it -> !it.verdict().recheckAt().isBefore(at));
        Optional<Program> program = programs.today(person);
        return new Case(
                wish,
                triaged.map(it -> it.verdict().disposition().level()),
                triaged.filter(it -> clears(it.answers())).isPresent(),
                program.isEmpty() || program.get().hold().isPresent(),
                triaged.filter(it -> it.answers()
                                .to(Wish.PREGNANT)
                                .filter(Answer.YES::equals)
                                .isPresent())
                        .isPresent(),
                courses.restsUntil(person),
                at);
    }

    /** What triage would clear if nothing but the questions before heat stood in its way; the rules here ask those. */
    private boolean clears(Answers answers) {
        Map<QuestionId, Answer> noToAll = new HashMap<>();
        Wish.LIST.stream()
                .filter(question -> !question.equals(Wish.FEVER))
                .forEach(question -> noToAll.put(question, Answer.NO));
        return triage.judge(answers.with(noToAll)).clears(Clearance.HEAT);
    }
}
