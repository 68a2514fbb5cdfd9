package org.unknot.exercise;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.unknot.content.Document;
import org.unknot.content.Problem;

/** What one exercise must hold to beside the others: forms that exist, no circles, and no caution left out or slipped past. */
final class CatalogueCheck {

    private final Map<ExerciseId, Exercise> exercises;
    private final Document<ExerciseForm.Entry> document;
    private final Exercise exercise;
    private final List<Problem> problems;

    CatalogueCheck(Map<ExerciseId, Exercise> exercises, Document<ExerciseForm.Entry> document, List<Problem> problems) {
        this.exercises = exercises;
        this.document = document;
        this.exercise = document.value().exercise();
        this.problems = problems;
    }

    void run() {
        exercise.easier().ifPresent(easier -> {
            formExists("easier", easier);
            asksNothingNew("easier", easier);
        });
        exercise.harder().ifPresent(harder -> formExists("harder", harder));
        noCircle("easier", Exercise::easier);
        noCircle("harder", Exercise::harder);
        for (int i = 0; i < exercise.eases().size(); i++) {
            Caution.Ease ease = exercise.eases().get(i);
            formExists("eases[" + i + "].to", ease.to());
            asksNothingNew("eases[" + i + "].to", ease.to());
            easeLeadsAway(i, ease);
        }
        eachQuestionOnce();
        Safeguard.ALL.stream()
                .filter(safeguard -> safeguard.concerns(exercise) && !safeguard.isKeptBy(exercise))
                .forEach(this::safeguardIsMissing);
    }

    private void formExists(String field, ExerciseId form) {
        if (!exercises.containsKey(form)) {
            problem(field, "the id of an exercise file, got " + form.value(), "knee-to-chest-behind-thigh");
        }
    }

    /** Who may do the fuller form may step down without being asked anything more. */
    private void asksNothingNew(String field, ExerciseId form) {
        Optional.ofNullable(exercises.get(form)).stream()
                .flatMap(easier -> easier.cautions().stream())
                .filter(caution -> !coveredByOwn(caution))
                .forEach(caution -> problem(
                        field,
                        "a form whose cautions are all among those of this one, got " + form.value() + " with "
                                + caution.when().value(),
                        "the same caution in this file, too"));
    }

    /** An ease here covers no block there: after a yes the easier form would be refused. */
    private boolean coveredByOwn(Caution there) {
        return exercise.cautions().stream()
                .filter(own -> own.when().equals(there.when()))
                .anyMatch(own -> switch (there) {
                    case Caution.Block _ -> own instanceof Caution.Block;
                    case Caution.Ease _ -> true;
                });
    }

    private void noCircle(String field, Function<Exercise, Optional<ExerciseId>> next) {
        Set<ExerciseId> seen = new LinkedHashSet<>();
        Optional<Exercise> here = Optional.of(exercise);
        while (here.isPresent()) {
            if (!seen.add(here.get().id())) {
                problem(
                        field,
                        "a way that ends, got a circle through "
                                + here.get().id().value(),
                        "leave " + field + " out");
                return;
            }
            here = next.apply(here.get()).flatMap(id -> Optional.ofNullable(exercises.get(id)));
        }
    }

    /** The easier form must be free of the movement that was the problem, and of the same way back. */
    private void easeLeadsAway(int index, Caution.Ease ease) {
        Optional<Exercise> to = Optional.ofNullable(exercises.get(ease.to()));
        if (to.isEmpty()) {
            return;
        }
        if (to.get().eases().stream().anyMatch(next -> next.when().equals(ease.when()))
                || to.get().blocks().stream().anyMatch(next -> next.when().equals(ease.when()))) {
            problem(
                    "eases[" + index + "].to",
                    "a form that " + ease.when().value() + " does not rule out again, got "
                            + ease.to().value(),
                    "another easier form");
        }
        Safeguard.ALL.stream()
                .filter(safeguard -> safeguard.when().equals(ease.when()) && safeguard.concerns(to.get()))
                .forEach(safeguard -> problem(
                        "eases[" + index + "].to",
                        "a form without " + word(safeguard.movement()) + ", because of "
                                + ease.when().value() + ", got " + ease.to().value(),
                        "another easier form"));
    }

    private void eachQuestionOnce() {
        Set<String> asked = new LinkedHashSet<>();
        for (Caution caution : exercise.cautions()) {
            if (!asked.add(caution.when().value())) {
                problem(
                        "blocks",
                        "each question once, got " + caution.when().value() + " twice",
                        "one block or one ease");
            }
        }
    }

    private void safeguardIsMissing(Safeguard missing) {
        String field = missing.effect() == Safeguard.Effect.BLOCK ? "blocks" : "eases";
        problem(
                field,
                "a caution for " + missing.when().value() + ", because the exercise has the tag "
                        + word(missing.movement()) + " (" + missing.citation() + ")",
                "- {when: " + missing.when().value() + ", why: …, citation: " + missing.citation() + "}");
    }

    private void problem(String field, String expected, String example) {
        problems.add(document.problem(field, expected, example));
    }

    private static String word(MovementTag tag) {
        return tag.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
