package org.unknot.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.unknot.exercise.Caution;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;
import org.unknot.shared.QuestionId;

/**
 * Walks down a family of exercises, fullest form first, and keeps the forms to which no rule objects. Every form is judged by
 * every rule; a form below is never taken on trust.
 */
final class FormSearch {

    private final Repertoire repertoire;
    private final List<Rule> rules;
    private final Case person;

    FormSearch(Repertoire repertoire, List<Rule> rules, Case person) {
        this.repertoire = repertoire;
        this.rules = rules;
        this.person = person;
    }

    /**
     * What was found.
     *
     * @param forms permitted, fullest first; the first is done, the others are what one may step down to
     * @param objections to the forms passed on the way, in the order of the rule book
     */
    record Found(List<Exercise> forms, List<Objection> objections) {

        /** The reason to tell: what no answer can change before what an answer would, no form at all before not this form. */
        Optional<Objection> reason() {
            return objections.stream().min(Comparator.comparingInt(Objection::weight));
        }
    }

    /** A rule that spoke against a form. */
    record Objection(Rule rule, Ruling ruling) {

        Words why() {
            return switch (ruling) {
                case Ruling.Out(Words why, var _) -> why;
                case Ruling.NotThisForm(Words why, var _) -> why;
                case Ruling.EaseTo(var _, Words why, var _) -> why;
                case Ruling.Fine() -> throw new IllegalStateException("Fine is no objection");
            };
        }

        Optional<QuestionId> answerFirst() {
            return switch (ruling) {
                case Ruling.Out(var _, var question) -> question;
                case Ruling.NotThisForm(var _, var question) -> question;
                case Ruling.EaseTo(var _, var _, var question) -> question;
                case Ruling.Fine() -> Optional.empty();
            };
        }

        private int weight() {
            int kind = switch (ruling) {
                case Ruling.Out _ -> 0;
                case Ruling.NotThisForm _ -> 2;
                case Ruling.EaseTo _ -> 4;
                case Ruling.Fine _ -> 6;
            };
            return kind + (answerFirst().isPresent() ? 1 : 0);
        }
    }

    /** The permitted forms from the head of a family down. */
    Found from(Exercise head) {
        return search(head, head);
    }

    /** The harder form of a head, if its file names one and no rule objects to it; nothing below it is looked at. */
    Optional<Exercise> above(Exercise head) {
        return head.harder()
                .flatMap(repertoire::form)
                .filter(harder ->
                        objections(new Candidate.Movement(head, harder)).isEmpty());
    }

    List<Objection> objections(Candidate candidate) {
        return rules.stream()
                .flatMap(rule -> rule.judge(candidate, person).stream().map(ruling -> new Objection(rule, ruling)))
                .toList();
    }

    private Found search(Exercise head, Exercise start) {
        List<Exercise> permitted = new ArrayList<>();
        List<Objection> against = new ArrayList<>();
        List<Set<ExerciseId>> onlyThese = new ArrayList<>();
        Set<ExerciseId> seen = new HashSet<>();
        Queue<Exercise> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Exercise form = open.remove();
            if (!seen.add(form.id())) {
                continue;
            }
            List<Objection> objections = objections(new Candidate.Movement(head, form));
            against.addAll(objections);
            if (objections.stream().anyMatch(objection -> objection.ruling() instanceof Ruling.Out)) {
                return new Found(List.of(), against);
            }
            List<ExerciseId> easedTo = easedTo(objections);
            easedTo.forEach(to -> onlyThese.add(repertoire.downFrom(to)));
            if (objections.isEmpty() && onlyThese.stream().allMatch(these -> these.contains(form.id()))) {
                permitted.add(form);
            }
            below(form, easedTo).flatMap(id -> repertoire.form(id).stream()).forEach(open::add);
        }
        return new Found(permitted, against);
    }

    private static List<ExerciseId> easedTo(List<Objection> objections) {
        return objections.stream()
                .map(Objection::ruling)
                .filter(Ruling.EaseTo.class::isInstance)
                .map(ease -> ((Ruling.EaseTo) ease).to())
                .toList();
    }

    /** What a caution asks for first, then the next step down, then any other easier form that the file knows. */
    private static Stream<ExerciseId> below(Exercise form, List<ExerciseId> easedTo) {
        return Stream.of(
                        easedTo.stream(),
                        form.easier().stream(),
                        form.eases().stream().map(Caution.Ease::to))
                .flatMap(ids -> ids);
    }
}
