package org.unknot.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.unknot.exercise.Dose;
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
            leaveOut(EASE_POSITIONS.getLast(), search.objections(EASE_POSITIONS.getLast()));
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
            leaveOut(SLEEP_POSITIONS.getFirst(), search.objections(SLEEP_POSITIONS.getFirst()));
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

    /** Starting where they lie and getting up once: each position is taken only once. */
    private void stretches() {
        List<ProgramItem.Stretch> stretches = new ArrayList<>();
        repertoire.heads().forEach(head -> stretch(head).ifPresent(stretches::add));
        stretches.sort(Comparator.comparing(stretch -> effort(stretch.exercise().position())));
        items.addAll(stretches);
    }

    private Optional<ProgramItem.Stretch> stretch(Exercise head) {
        Candidate.Movement candidate = new Candidate.Movement(head, head);
        FormSearch.Found found = search.from(head);
        if (found.forms().isEmpty()) {
            leaveOut(candidate, found.objections());
            return Optional.empty();
        }
        if (wishes.refuses(candidate.item())) {
            refuse(candidate);
            return Optional.empty();
        }
        boolean eased = !found.forms().getFirst().id().equals(head.id());
        Ladder ladder = Ladder.of(found.forms(), eased ? Optional.empty() : search.above(head));
        Ladder.Step today = ladder.after(person.course().daysOf(head));
        List<Exercise> fromTodayDown = fromDown(today.form(), found.forms());
        Exercise form = wishes.pick(candidate.item(), fromTodayDown);
        Dose own = form.id().equals(today.form().id()) ? today.dose() : form.dose();
        boolean shorter = wishes.shortens(candidate.item());
        if (eased) {
            fullerFormWaits(head, found);
        }
        return Optional.of(new ProgramItem.Stretch(
                candidate.item(),
                form,
                shorter ? Ladder.shortened(own) : own,
                Optional.of(head.id()).filter(fuller -> isBelow(form, head)),
                fromDown(form, found.forms()).stream().skip(1).toList(),
                fromTodayDown.size() > 1,
                why(today, form, found)));
    }

    /** From a form to the easiest; a harder form stands above all that were found. */
    private static List<Exercise> fromDown(Exercise form, List<Exercise> forms) {
        for (int i = 0; i < forms.size(); i++) {
            if (forms.get(i).id().equals(form.id())) {
                return forms.subList(i, forms.size());
            }
        }
        List<Exercise> all = new ArrayList<>(List.of(form));
        all.addAll(forms);
        return all;
    }

    private static boolean isBelow(Exercise form, Exercise head) {
        boolean harder = head.harder().filter(form.id()::equals).isPresent();
        return !harder && !form.id().equals(head.id());
    }

    private static Words why(Ladder.Step today, Exercise form, FormSearch.Found found) {
        if (!form.id().equals(today.form().id())) {
            return Words.of("program.why.stretch-chosen");
        }
        return switch (today.kind()) {
            case LESS -> Words.of("program.why.stretch-less");
            case EASIER -> Words.of("program.why.stretch-easier");
            case MORE_REPEATS -> Words.of("program.why.stretch-more");
            case LONGER_HOLD -> Words.of("program.why.stretch-longer");
            case HARDER -> Words.of("program.why.stretch-harder");
            case START ->
                found.reason()
                        .map(FormSearch.Objection::why)
                        .orElseGet(() -> Words.of(
                                "program.why.stretch-" + form.direction().name().toLowerCase(Locale.ROOT)));
        };
    }

    /** The easier form is in the program; an answer may bring the fuller one. */
    private void fullerFormWaits(Exercise head, FormSearch.Found found) {
        found.reason()
                .filter(objection -> objection.answerFirst().isPresent())
                .ifPresent(objection -> leftOut.add(new LeftOut(
                        "form:" + head.id().value(),
                        Words.said(head.title()),
                        objection.rule().id(),
                        objection.why(),
                        objection.answerFirst())));
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
            leaveOut(candidate, objections);
        }
    }

    private void add(Candidate candidate, BiFunction<String, Boolean, ProgramItem> make) {
        String item = candidate.item();
        if (wishes.refuses(item)) {
            refuse(candidate);
        } else {
            items.add(make.apply(item, wishes.shortens(item)));
        }
    }

    private void refuse(Candidate candidate) {
        leftOut.add(new LeftOut(
                candidate.item(),
                candidate.title(),
                LeftOut.CHOICE,
                Words.of("program.left-out.choice"),
                Optional.empty()));
    }

    private void leaveOut(Candidate candidate, List<FormSearch.Objection> objections) {
        new FormSearch.Found(List.of(), objections)
                .reason()
                .ifPresent(objection -> leftOut.add(new LeftOut(
                        candidate.item(),
                        candidate.title(),
                        objection.rule().id(),
                        objection.why(),
                        objection.answerFirst())));
    }

    /** What they said they can do comes first, then what they were not asked; a stable order besides. */
    private int liesWell(Position lying) {
        return DirectionRules.canLie(lying, person.facts())
                .map(can -> can ? 0 : 2)
                .orElse(1);
    }

    private int effort(Position position) {
        Position start = EASE_POSITIONS.stream()
                .map(Candidate.Ease::lying)
                .filter(lying -> DirectionRules.canLie(lying, person.facts()).orElse(false))
                .findFirst()
                .orElse(Position.BACK);
        boolean lyingAlready = position.compareTo(Position.BELLY) <= 0;
        return lyingAlready ? Math.abs(position.ordinal() - start.ordinal()) : 10 + position.ordinal();
    }

    private boolean atNight() {
        int hour = person.situation().now().getHour();
        return hour >= EVENING_FROM || hour < NIGHT_UNTIL;
    }

    private String phaseWord() {
        Phase phase = person.course().phase();
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
