package org.unknot.program;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.calendar.Days;
import org.unknot.exercise.Catalogue;
import org.unknot.exercise.Exercise;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/**
 * What to do on which day, as others see it. A program is worked out from what is stored each time it is asked for. Methods that
 * take a {@link Visitor} ask the gate; those that take a {@link PersonId} are for callers whose request has passed it.
 */
@Component
public class Programs {

    private final Triage triage;
    private final Repertoire repertoire;
    private final Episodes episodes;
    private final Happenings happenings;
    private final Doings doings;
    private final Gate gate;
    private final Now now;
    private final Calendar calendar;

    Programs(
            Triage triage,
            Catalogue catalogue,
            Episodes episodes,
            Happenings happenings,
            Doings doings,
            Gate gate,
            Now now,
            Calendar calendar) {
        this.triage = triage;
        this.repertoire = new Repertoire(catalogue.all());
        this.episodes = episodes;
        this.happenings = happenings;
        this.doings = doings;
        this.gate = gate;
        this.now = now;
        this.calendar = calendar;
    }

    /** Today's program; empty while too little was answered to judge. Opens the episode when something is first cleared. */
    @Transactional
    public Optional<Program> today(Visitor visitor) {
        return visitor.person().flatMap(person -> {
            gate.mayRead(visitor, person, Purpose.PROGRAM);
            return today(person);
        });
    }

    /** As {@link #today(Visitor)}, for callers within a request that has passed the gate. */
    @Transactional
    public Optional<Program> today(PersonId person) {
        return situation(person).map(situation -> Planning.plan(situation, repertoire));
    }

    /**
     * Today's program for somebody whom the person showed it to: only while that episode is the one they are in. Being looked at
     * changes nothing, and begins nothing.
     */
    @Transactional
    public Optional<Program> shown(Visitor visitor, EpisodeId of) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayRead(visitor, person, Purpose.PROGRAM);
        return episodes.latest(person)
                .filter(latest -> latest.id().equals(of) && !latest.closed())
                .flatMap(open -> asItIs(person));
    }

    /** The program of today as it stands, for callers within a request that has passed the gate: looking begins no episode. */
    @Transactional(readOnly = true)
    public Optional<Program> asItIs(PersonId person) {
        Optional<Episode> episode = episodes.latest(person);
        return triage.current(person)
                .map(triaged ->
                        situation(triaged, episode, happenings.of(person, episode.map(Episode::id), calendar.days())))
                .map(situation -> Planning.plan(situation, repertoire));
    }

    /** What tomorrow will hold if today goes as expected, and what would change it. */
    @Transactional
    public Optional<Tomorrow> tomorrow(Visitor visitor) {
        return visitor.person().flatMap(person -> {
            gate.mayRead(visitor, person, Purpose.PROGRAM);
            return situation(person).map(situation -> LookAhead.from(situation, repertoire));
        });
    }

    /** What may be done right now, for a record that arrives; nothing where nothing was ever cleared. */
    @Transactional
    public Allowed allowedNow(PersonId person) {
        return situation(person).map(this::allowed).orElseGet(() -> new Allowed(Set.of(), Set.of(), Allowed.NOTHING));
    }

    private Allowed allowed(Situation situation) {
        return new Allowed(
                Planning.permitted(situation, repertoire).stream()
                        .map(Exercise::id)
                        .collect(Collectors.toSet()),
                DirectionRules.locked(situation).stream()
                        .flatMap(direction -> Lock.tags(direction).stream())
                        .collect(Collectors.toSet()),
                Planning.plan(situation, repertoire).revision());
    }

    /**
     * Takes in what a run has shown, in the caller's transaction. The same record may be reported again with more in it: the last
     * report counts. A direction that spread the pain is locked, and the danger questions are due again.
     */
    @Transactional
    public void report(SessionReport report) {
        PersonId person = report.person();
        episodes.oneAtATime(person);
        Episode episode = episodes.latest(person)
                .orElseGet(() -> episodes.open(person, calendar.dayOf(report.at()), report.at()));
        List<Lock> locks = report.stoppedForPain() ? locks(report, episode) : List.of();
        happenings.replace(report, episode);
        locks.forEach(lock -> happenings.lock(lock, episode));
    }

    /** Looks back at what hurt before, which is read only when something hurt now: most runs end without. */
    private List<Lock> locks(SessionReport report, Episode episode) {
        History before = happenings
                .of(report.person(), Optional.of(episode.id()), calendar.days())
                .history();
        StepOutcome.Where furthest = triage.current(report.person())
                .map(triaged -> Spreading.furthest(new Facts(triaged.answers()), before))
                .orElse(StepOutcome.Where.HIP);
        return Spreading.locks(report, furthest, repertoire);
    }

    /** Takes in heat or quiet minutes that somebody had, in the caller's transaction. The plan ticks them off and changes by them in nothing. */
    @Transactional
    public void did(Doing doing) {
        doings.keep(doing);
    }

    /** How much heat and how many quiet minutes the person had today; none for whoever is not known. */
    @Transactional
    public Map<Doing.Item, Duration> doneToday(Visitor visitor) {
        return visitor.person()
                .map(person -> {
                    gate.mayRead(visitor, person, Purpose.PROGRAM);
                    Days days = calendar.days();
                    LocalDate today = days.of(now.instant());
                    return doings.between(person, days.startOf(today), days.startOf(today.plusDays(1)));
                })
                .orElse(Map.of());
    }

    /**
     * Keeps a choice about an item of today's program; it holds until the item is restored.
     *
     * @throws BadInput when there is no such item, or no other form to swap to
     */
    @Transactional
    public void choose(Visitor visitor, String item, Choice choice) {
        PersonId person = changing(visitor);
        Situation situation = situation(person).orElseThrow(() -> noSuchItem(item));
        Episode episode = situation.episode().orElseThrow(() -> noSuchItem(item));
        Program today = Planning.plan(situation, repertoire);
        boolean known = today.item(item).isPresent()
                || today.leftOut().stream()
                        .anyMatch(left -> left.byChoice() && left.item().equals(item));
        if (!known) {
            throw noSuchItem(item);
        }
        boolean nothingToSwapTo =
                today.item(item).filter(ProgramItem::swappable).isEmpty();
        if (choice == Choice.SWAP && nothingToSwapTo) {
            throw new BadInput("choice", "shorten, refuse or restore: this item has no other form", "shorten");
        }
        happenings.choose(episode, now.instant(), new Situation.Chosen(item, choice));
    }

    /** Keeps how much it hurts now. Says nothing about the danger questions, which stay as old as they are. */
    @Transactional
    public void hurts(Visitor visitor, PainScore pain) {
        PersonId person = changing(visitor);
        situation(person)
                .flatMap(Situation::episode)
                .ifPresent(episode -> happenings.note(episode, now.instant(), pain, "plan"));
    }

    /** The episode that the person is in, or was in last. */
    @Transactional
    public Optional<Episode> episode(Visitor visitor) {
        return visitor.person().flatMap(person -> {
            gate.mayRead(visitor, person, Purpose.PROGRAM);
            return episodes.latest(person);
        });
    }

    /** The person says that they are better. */
    @Transactional
    public void close(Visitor visitor) {
        PersonId person = changing(visitor);
        episodes.latest(person).ifPresent(episode -> episodes.close(episode, now.instant()));
    }

    /** The person changed their mind: the same episode goes on. */
    @Transactional
    public void reopen(Visitor visitor) {
        PersonId person = changing(visitor);
        episodes.latest(person).ifPresent(episode -> episodes.takeBackClosing(episode, now.instant()));
    }

    private PersonId changing(Visitor visitor) {
        PersonId person = visitor.person()
                .orElseThrow(() -> new BadInput("item", "a plan of your own: answer the first questions", "/call-now"));
        gate.mayChange(visitor, person, Purpose.PROGRAM);
        return person;
    }

    private static BadInput noSuchItem(String item) {
        String shown = item.length() > 60 ? item.substring(0, 60) : item;
        return new BadInput("item", "an item of today's plan, which " + shown + " is not", "stretch:knee-to-chest");
    }

    private Optional<Situation> situation(PersonId person) {
        return triage.current(person).map(triaged -> {
            Optional<Episode> episode = episodeFor(triaged);
            Happenings.All all = happenings.of(person, episode.map(Episode::id), calendar.days());
            if (episode.isPresent() && newlyTold(triaged, all)) {
                keepTold(triaged, episode.get());
                all = happenings.of(person, episode.map(Episode::id), calendar.days());
            }
            return situation(triaged, episode, all);
        });
    }

    private Situation situation(Triaged triaged, Optional<Episode> episode, Happenings.All all) {
        return new Situation(
                triaged,
                episode,
                now.instant(),
                calendar.days(),
                all.history(),
                all.locks(),
                all.avoidances(),
                all.choices());
    }

    /** Answers that clear something begin an episode where there is none, or where the last was over before they were given. */
    private Optional<Episode> episodeFor(Triaged triaged) {
        Optional<Episode> latest = episodes.latest(triaged.person());
        if (!begins(latest, triaged)) {
            return latest;
        }
        episodes.oneAtATime(triaged.person());
        Optional<Episode> meanwhile = episodes.latest(triaged.person());
        return begins(meanwhile, triaged) ? Optional.of(opened(triaged.person())) : meanwhile;
    }

    private Episode opened(PersonId person) {
        Instant at = now.instant();
        return episodes.open(person, calendar.dayOf(at), at);
    }

    private static boolean begins(Optional<Episode> latest, Triaged triaged) {
        boolean over = latest.map(episode -> episode.endedBefore(triaged.at())).orElse(true);
        return over && !triaged.verdict().clearedFor().isEmpty();
    }

    /** A score told to triage is dated when it first differs: answers given later must not make an old score look new. */
    private static boolean newlyTold(Triaged triaged, Happenings.All all) {
        return triaged.answers().pain().isPresent() && !triaged.answers().pain().equals(all.triagePain());
    }

    private void keepTold(Triaged triaged, Episode episode) {
        Instant at = triaged.at();
        triaged.answers().pain().ifPresent(pain -> happenings.note(episode, at, pain, "triage"));
    }
}
