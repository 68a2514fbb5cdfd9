package org.unknot.program;

import static org.unknot.program.Ruling.notThisForm;
import static org.unknot.program.Ruling.out;

import java.util.List;
import java.util.Optional;
import org.unknot.exercise.Caution;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.MovementTag;
import org.unknot.exercise.Position;
import org.unknot.shared.QuestionId;

/** Rules about who this person is: the exercises' own cautions, pregnancy, and what a clinician forbade. */
final class CautionRules {

    /**
     * A block holds until its question was answered with no. A block of the offered exercise takes every form of it, because
     * where an easier form is right its file says ease; a block of an easier form takes that form.
     */
    static final Rule BLOCK = new Rule("block", "J-cautions", (candidate, person) -> {
        if (!(candidate instanceof Candidate.Movement movement)) {
            return List.of();
        }
        return movement.form().blocks().stream()
                .filter(block -> !person.facts().no(block.when()))
                .<Ruling>map(block -> {
                    Optional<QuestionId> open = open(block, person);
                    Words why = Words.said(block.why());
                    return movement.isHead() ? new Ruling.Out(why, open) : new Ruling.NotThisForm(why, open);
                })
                .toList();
    });

    /** Unless the question was answered with no, the easier form; which every rule judges again. */
    static final Rule EASE = new Rule(
            "ease",
            "J-cautions",
            (candidate, person) -> candidate instanceof Candidate.Movement movement
                    ? movement.form().eases().stream()
                            .filter(ease -> !person.facts().no(ease.when()))
                            .<Ruling>map(
                                    ease -> new Ruling.EaseTo(ease.to(), Words.said(ease.why()), open(ease, person)))
                            .toList()
                    : List.of());

    /**
     * From week 16 no stretch flat on the back, from week 28 no sleep or rest on it, and never on a belly that finds it
     * uncomfortable (clinical.md §3). Unknown counts as pregnant where the question is open.
     */
    static final Rule PREGNANCY = new Rule("pregnancy", "J-pregnancy", (candidate, person) -> {
        Facts facts = person.facts();
        return switch (candidate) {
            case Candidate.Movement(Exercise head, Exercise form)
            when onTheBack(form) && !facts.no(Facts.PREGNANT_16) ->
                List.of(new Ruling.NotThisForm(
                        Words.of("program.left-out.pregnancy-back"), open(Facts.PREGNANT_16, person)));
            case Candidate.Movement(Exercise head, Exercise form)
            when onTheBelly(form) && !facts.no(Facts.PRONE_UNCOMFORTABLE) ->
                List.of(new Ruling.NotThisForm(
                        Words.of("program.left-out.pregnancy-belly"), open(Facts.PRONE_UNCOMFORTABLE, person)));
            case Candidate.Sleep(String name, Position lying) -> resting(lying, person);
            case Candidate.Ease(String name, Position lying) -> resting(lying, person);
            default -> List.of();
        };
    });

    /** A movement or exercise that a clinician forbids, for as long as they said. */
    static final Rule AVOIDANCE = new Rule("avoidance", "J-avoidance", (candidate, person) -> {
        if (!(candidate instanceof Candidate.Movement movement)) {
            return List.of();
        }
        return person.situation().avoidances().stream()
                .filter(avoidance -> avoidance.holdsOn(person.situation().today()))
                .flatMap(avoidance -> forbids(avoidance, movement).stream())
                .toList();
    });

    private CautionRules() {}

    private static Optional<QuestionId> open(Caution caution, Case person) {
        return open(caution.when(), person);
    }

    private static Optional<QuestionId> open(QuestionId question, Case person) {
        return Optional.of(question).filter(person.facts()::missing);
    }

    private static boolean onTheBack(Exercise form) {
        return form.position() == Position.BACK || form.tags().contains(MovementTag.SUPINE);
    }

    private static boolean onTheBelly(Exercise form) {
        return form.position() == Position.BELLY || form.tags().contains(MovementTag.PRONE);
    }

    private static List<Ruling> resting(Position lying, Case person) {
        if (lying == Position.BACK && !person.facts().no(Facts.PREGNANT_28)) {
            return List.of(
                    new Ruling.Out(Words.of("program.left-out.pregnancy-back"), open(Facts.PREGNANT_28, person)));
        }
        if (lying == Position.BELLY && !person.facts().no(Facts.PRONE_UNCOMFORTABLE)) {
            return List.of(new Ruling.Out(
                    Words.of("program.left-out.pregnancy-belly"), open(Facts.PRONE_UNCOMFORTABLE, person)));
        }
        return List.of();
    }

    private static Optional<Ruling> forbids(Avoidance avoidance, Candidate.Movement movement) {
        Words why = Words.of("program.left-out.avoidance", avoidance.reason());
        return switch (avoidance.target()) {
            case Avoidance.Target.Movement(MovementTag tag) ->
                movement.form().tags().contains(tag) ? Optional.of(notThisForm(why)) : Optional.empty();
            case Avoidance.Target.One one
            when one.exercise().equals(movement.head().id()) -> Optional.of(out(why));
            case Avoidance.Target.One one ->
                one.exercise().equals(movement.form().id()) ? Optional.of(notThisForm(why)) : Optional.empty();
        };
    }
}
