package org.unknot.program;

import static org.unknot.program.Ruling.notThisForm;
import static org.unknot.program.Ruling.out;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.exercise.ExerciseId;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/** Rules about how far the episode has come and how it went so far. */
final class CourseRules {

    /** Stands for the number that the plan page asks for; it is no question of triage's table. */
    static final QuestionId PAIN = new QuestionId("pain");

    /**
     * What may be offered at a pain of 7 or more: a little movement, lying or sitting, that takes nothing to its end.
     * Clinic default (clinical.md §3 names "small moves" and lists none).
     */
    static final Set<ExerciseId> SMALL_MOVES =
            Set.of(new ExerciseId("trunk-rotation-small"), new ExerciseId("trunk-rotation-seated"));

    /** Each exercise names the phase from which it is offered; the downward dog never in the first days. */
    static final Rule PHASE = new Rule("phase", "J-phase", (candidate, person) -> {
        if (!(candidate instanceof Candidate.Movement movement)) {
            return List.of();
        }
        if (movement.head().from().compareTo(person.course().phase()) > 0) {
            return List.of(out(Words.of("program.left-out.phase")));
        }
        return movement.form().from().compareTo(person.course().phase()) > 0
                ? List.of(notThisForm(Words.of("program.left-out.phase")))
                : List.of();
    });

    /** At 7 or more, or while nobody knows, only ease, breathing, heat and small moves (clinical.md §3). */
    static final Rule PAIN_NOW = new Rule("pain", "J-pain", (candidate, person) -> {
        Optional<PainScore> pain = person.situation().pain();
        boolean little = pain.filter(score -> score.value() < PainLimit.SEVERE).isPresent();
        if (little) {
            return List.of();
        }
        Words why = Words.of(pain.isEmpty() ? "program.left-out.pain-unknown" : "program.left-out.pain-severe");
        Optional<QuestionId> ask = pain.isEmpty() ? Optional.of(PAIN) : Optional.empty();
        return switch (candidate) {
            case Candidate.Movement movement
            when !SMALL_MOVES.contains(movement.form().id()) -> List.of(new Ruling.NotThisForm(why, ask));
            case Candidate.Walk _ -> List.of(new Ruling.Out(why, ask));
            default -> List.of();
        };
    });

    /** Two bad days rest an exercise until a clinician has seen to it (clinical.md §3). */
    static final Rule REST = new Rule(
            "rest",
            "J-rest",
            (candidate, person) -> candidate instanceof Candidate.Movement movement
                            && person.course().rested(movement.head().id())
                    ? List.of(out(Words.of("program.left-out.rest")))
                    : List.of());

    private CourseRules() {}
}
