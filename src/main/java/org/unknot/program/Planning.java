package org.unknot.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.Phase;
import org.unknot.exercise.Position;

/** Makes the program of a day from a situation: what no rule objects to, in a good order, as the person chose to have it. */
final class Planning {

    /** Clinic defaults; no source gives a number for the first days. */
    private static final int EASE_SECONDS = 90;

    private static final int EASE_SECONDS_SHORT = 60;

    /** 15 to 20 minutes as the article says; never more (clinical.md §4). */
    private static final int HEAT_MINUTES = 20;

    private static final int HEAT_MINUTES_SHORT = 15;

    /** Between 30 and 60; no trial separates the two. Clinic default. */
    private static final int BREAK_EVERY_MINUTES = 45;

    private static final int BREAK_EVERY_MINUTES_LONG = 60;
    private static final int QUIET_MINUTES = 10;
    private static final int QUIET_MINUTES_SHORT = 5;
    private static final int EVENING_FROM = 18;
    private static final int NIGHT_UNTIL = 4;

    private static final List<Candidate.Ease> EASE_POSITIONS = List.of(
            new Candidate.Ease("back-knees-up", Position.BACK),
            new Candidate.Ease("side-pillow", Position.SIDE),
            new Candidate.Ease("belly-pillow", Position.BELLY),
            new Candidate.Ease("leaning", Position.STANDING));

    /** The belly last: prone sleepers do worse (clinical.md §5). */
    private static final List<Candidate.Sleep> SLEEP_POSITIONS = List.of(
            new Candidate.Sleep("side", Position.SIDE),
            new Candidate.Sleep("back", Position.BACK),
            new Candidate.Sleep("belly", Position.BELLY));

    private final Repertoire repertoire;
    private final Case person;
    private final FormSearch search;
    private final Wishes wishes;
    private final List<ProgramItem> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Planning(Situation situation, Repertoire repertoire, List<Rule> rules) {
        this.repertoire = repertoire;
        this.person = Case.of(situation, repertoire);
        this.search = new FormSearch(repertoire, rules, person);
        this.wishes = Wishes.of(situation.choices());
    }

    static Program plan(Situation situation, Repertoire repertoire) {
        return plan(situation, repertoire, Rules.ALL);
    }

    /** With a rule book handed in, so that a test can leave one rule out. */
    static Program plan(Situation situation, Repertoire repertoire, List<Rule> rules) {
        return new Planning(situation, repertoire, rules).program();
    }

    /** Every form that no rule objects to, whether or not it is in today's program. */
    static List<Exercise> permitted(Situation situation, Repertoire repertoire) {
        Planning planning = new Planning(situation, repertoire, Rules.ALL);
        List<Exercise> permitted = new ArrayList<>();
        for (Exercise head : repertoire.heads()) {
            permitted.addAll(planning.search.from(head).forms());
            planning.search.above(head).ifPresent(permitted::add);
        }
        return permitted;
    }

    private Program program() {
        ease();
        if (atNight()) {
            sleep();
        }
        heat();
        stretches();
        walk();
        if (!atNight()) {
            breaks();
        }
        quiet();
        if (!atNight()) {
            sleep();
        } else {
            breaks();
        }
        Situation situation = person.situation();
        Program unnamed = new Program(
                situation.episode().map(Episode::id),
                situation.triaged().id(),
                situation.triaged().verdict().disposition().level(),
                situation.today(),
                situation.day(),
                person.course().phase(),
                "",
                situation.pain().map(PainLimit::from),
                items,
                leftOut,
                wishes.changed(),
                situation.episode().flatMap(Episode::closing).map(Episode.Closing::at),
                hold(),
                Referral.of(person, items.isEmpty()));
        return Revision.named(unnamed);
    }

    private Optional<Words> hold() {
        Situation situation = person.situation();
        if (!situation.recheckDue()) {
            return Optional.empty();
        }
        return Optional.of(Words.of(situation.spreadSinceAnswered() ? "program.hold.spread" : "program.hold.stale"));
    }

    private void ease() {
        List<Candidate.Ease> positions = EASE_POSITIONS.stream()
                .filter(position -> search.objections(position).isEmpty())
                .sorted(Comparator.comparing(position -> liesWell(position.lying())))
                .toList();
        if (positions.isEmpty()) {
            leftOut.addAll(LeftOut.of(EASE_POSITIONS.getLast(), search.objections(EASE_POSITIONS.getLast())));
            return;
        }
        add(EASE_POSITIONS.getLast(), (item, shorter) -> {
            Candidate.Ease position = wishes.pick(item, positions);
            return new ProgramItem.Ease(
                    item,
                    position.name(),
                    shorter ? EASE_SECONDS_SHORT : EASE_SECONDS,
                    positions.size() > 1,
                    Words.of("program.why.ease"));
        });
    }

    private void sleep() {
        List<Candidate.Sleep> positions = SLEEP_POSITIONS.stream()
                .filter(position -> search.objections(position).isEmpty())
                .sorted(Comparator.comparing(position -> liesWell(position.lying())))
                .toList();
        if (positions.isEmpty()) {
            leftOut.addAll(LeftOut.of(SLEEP_POSITIONS.getFirst(), search.objections(SLEEP_POSITIONS.getFirst())));
            return;
        }
        add(SLEEP_POSITIONS.getFirst(), (item, shorter) -> {
            Candidate.Sleep position = wishes.pick(item, positions);
            Words why = Words.of(atNight() ? "program.why.sleep-tonight" : "program.why.sleep");
            return new ProgramItem.Sleep(item, position.name(), positions.size() > 1, why);
        });
    }

    private void heat() {
        addUnlessObjected(
                new Candidate.Heat(),
                (item, shorter) -> new ProgramItem.Heat(
                        item, shorter ? HEAT_MINUTES_SHORT : HEAT_MINUTES, Words.of("program.why.heat")));
    }

    private void stretches() {
        Stretches stretches = new Stretches(repertoire, search, person, wishes);
        stretches.plan();
        items.addAll(stretches.items());
        leftOut.addAll(stretches.leftOut());
    }

    private void walk() {
        int minutes = switch (person.course().phase()) {
            case SETTLE -> 5;
            case MOVE -> 10;
            case BUILD -> 20;
            case KEEP -> 30;
        };
        int least = DirectionRules.allWorse(person) ? 5 : minutes;
        addUnlessObjected(
                new Candidate.Walk(),
                (item, shorter) -> new ProgramItem.Walk(
                        item, shorter ? Math.max(5, least / 2) : least, Words.of("program.why.walk-" + phaseWord())));
    }

    private void breaks() {
        addUnlessObjected(
                new Candidate.Breaks(),
                (item, fewer) -> new ProgramItem.Breaks(
                        item, fewer ? BREAK_EVERY_MINUTES_LONG : BREAK_EVERY_MINUTES, Words.of("program.why.breaks")));
    }

    private void quiet() {
        addUnlessObjected(
                new Candidate.Quiet(),
                (item, shorter) -> new ProgramItem.Quiet(
                        item, shorter ? QUIET_MINUTES_SHORT : QUIET_MINUTES, Words.of("program.why.quiet")));
    }

    private void addUnlessObjected(Candidate candidate, BiFunction<String, Boolean, ProgramItem> make) {
        List<FormSearch.Objection> objections = search.objections(candidate);
        if (objections.isEmpty()) {
            add(candidate, make);
        } else {
            leftOut.addAll(LeftOut.of(candidate, objections));
        }
    }

    private void add(Candidate candidate, BiFunction<String, Boolean, ProgramItem> make) {
        String item = candidate.item();
        if (wishes.refuses(item)) {
            leftOut.add(LeftOut.refused(candidate));
        } else {
            items.add(make.apply(item, wishes.shortens(item)));
        }
    }

    /** What they said they can do comes first, then what they were not asked; a stable order besides. */
    private int liesWell(Position lying) {
        return DirectionRules.canLie(lying, person.facts())
                .map(can -> can ? 0 : 2)
                .orElse(1);
    }

    private boolean atNight() {
        int hour = person.situation().time().getHour();
        return hour >= EVENING_FROM || hour < NIGHT_UNTIL;
    }

    private String phaseWord() {
        Phase phase = person.course().phase();
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
