package org.unknot.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unknot.exercise.Caution;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;

/** The exercises of the catalogue as families: an offered one at the head, its easier forms below it, its harder above. */
final class Repertoire {

    private final Map<ExerciseId, Exercise> exercises = new LinkedHashMap<>();
    private final List<Exercise> heads;
    private final Map<ExerciseId, Exercise> headOf = new LinkedHashMap<>();

    Repertoire(Collection<Exercise> catalogue) {
        catalogue.forEach(exercise -> exercises.put(exercise.id(), exercise));
        heads = catalogue.stream()
                .filter(Exercise::offered)
                .sorted(Comparator.comparing(exercise -> exercise.id().value()))
                .toList();
        for (Exercise head : heads) {
            family(head).forEach(form -> headOf.putIfAbsent(form, head));
        }
    }

    /** What is offered, before any rule has spoken. */
    List<Exercise> heads() {
        return heads;
    }

    Collection<Exercise> all() {
        return exercises.values();
    }

    Optional<Exercise> form(ExerciseId id) {
        return Optional.ofNullable(exercises.get(id));
    }

    /** The offered exercise that a form belongs to; a form that nobody offers stands for itself. */
    Optional<Exercise> headOf(ExerciseId form) {
        Exercise head = headOf.get(form);
        return head != null ? Optional.of(head) : form(form);
    }

    boolean belongs(ExerciseId form, Exercise head) {
        return headOf(form).filter(own -> own.id().equals(head.id())).isPresent();
    }

    /** The form itself and every form that its file, or theirs, names as easier. */
    Set<ExerciseId> downFrom(ExerciseId from) {
        Set<ExerciseId> reached = new LinkedHashSet<>();
        List<ExerciseId> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            ExerciseId id = open.removeFirst();
            if (reached.add(id)) {
                form(id).ifPresent(form -> {
                    form.easier().ifPresent(open::add);
                    form.eases().stream().map(Caution.Ease::to).forEach(open::add);
                });
            }
        }
        return reached;
    }

    private Set<ExerciseId> family(Exercise head) {
        Set<ExerciseId> family = new LinkedHashSet<>(downFrom(head.id()));
        head.harder().map(this::downFrom).ifPresent(family::addAll);
        return family;
    }
}
