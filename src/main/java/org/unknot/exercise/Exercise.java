package org.unknot.exercise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.content.Provenance;

/** One exercise as reviewed: words, dose, movement, cautions, and the forms beside it. */
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
