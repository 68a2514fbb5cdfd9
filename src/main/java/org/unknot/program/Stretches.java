package org.unknot.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.Position;

/** The stretches of a day: for each offered exercise the form and dose that rules, course and choices leave, in a good order. */
final class Stretches {

    private final Repertoire repertoire;
    private final FormSearch search;
    private final Case person;
    private final Wishes wishes;
    private final List<ProgramItem.Stretch> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    Stretches(Repertoire repertoire, FormSearch search, Case person, Wishes wishes) {
        this.repertoire = repertoire;
        this.search = search;
        this.person = person;
        this.wishes = wishes;
    }

    /** Starting where they lie and getting up once: each position is taken only once. */
    void plan() {
        repertoire.heads().forEach(head -> stretch(head).ifPresent(items::add));
        items.sort(Comparator.comparing(stretch -> effort(stretch.exercise().position())));
    }

    List<ProgramItem.Stretch> items() {
        return items;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private Optional<ProgramItem.Stretch> stretch(Exercise head) {
        Candidate.Movement candidate = new Candidate.Movement(head, head);
        FormSearch.Found found = search.from(head);
        if (found.forms().isEmpty()) {
            leftOut.addAll(LeftOut.of(candidate, found.objections()));
            return Optional.empty();
        }
        if (wishes.refuses(candidate.item())) {
            leftOut.add(LeftOut.refused(candidate));
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
                        objection.rule().citation(),
                        objection.why(),
                        objection.answerFirst())));
    }

    private int effort(Position position) {
        Position start = Stream.of(Position.BACK, Position.SIDE, Position.BELLY)
                .filter(lying -> DirectionRules.canLie(lying, person.facts()).orElse(false))
                .findFirst()
                .orElse(Position.BACK);
        boolean lyingAlready = position.compareTo(Position.BELLY) <= 0;
        return lyingAlready ? Math.abs(position.ordinal() - start.ordinal()) : 10 + position.ordinal();
    }
}
