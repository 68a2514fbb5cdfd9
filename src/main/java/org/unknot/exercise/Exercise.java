package org.unknot.exercise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.content.Provenance;

/**
 * One exercise as reviewed: words, dose, movement, cautions, and the forms beside it.
 *
 * @param from the phase from which it is offered; an easier form counts as offered together with its fuller form
 * @param instructions in the order of their roles, and within a role in the order of doing
 * @param feel where it should be felt; may hold {side} and {other}, like the instructions
 * @param stopFor what to stop for at once
 * @param needs what has to lie ready
 * @param easier the form to step down to while doing it; the forms for a person's cautions are in {@link #eases()}
 * @param offered whether a program may offer it by itself, or only in place of another form
 */
public record Exercise(
        ExerciseId id,
        String title,
        String summary,
        Position position,
        Direction direction,
        Phase from,
        Dose dose,
        Set<MovementTag> tags,
        List<Caution> cautions,
        List<Instruction> instructions,
        List<String> feel,
        List<String> stopFor,
        List<String> needs,
        Optional<ExerciseId> easier,
        Optional<ExerciseId> harder,
        boolean offered,
        Provenance provenance) {

    public Exercise {
        tags = Set.copyOf(tags);
        cautions = List.copyOf(cautions);
        instructions = List.copyOf(instructions);
        feel = List.copyOf(feel);
        stopFor = List.copyOf(stopFor);
        needs = List.copyOf(needs);
    }

    public List<Caution.Block> blocks() {
        return cautions.stream()
                .filter(Caution.Block.class::isInstance)
                .map(Caution.Block.class::cast)
                .toList();
    }

    public List<Caution.Ease> eases() {
        return cautions.stream()
                .filter(Caution.Ease.class::isInstance)
                .map(Caution.Ease.class::cast)
                .toList();
    }
}
