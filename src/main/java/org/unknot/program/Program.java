package org.unknot.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.unknot.exercise.Phase;
import org.unknot.triage.TriageId;

/**
 * What to do on one day of an episode.
 *
 * @param day 0 on the day the spasm began to be cared for
 * @param revision changes whenever anything in it changes; a script made from another revision is stale
 * @param seeSomeone why and whom to see, always present where there is nothing to do
 */
public record Program(
        EpisodeId episode,
        TriageId triage,
        LocalDate date,
        int day,
        Phase phase,
        String revision,
        List<ProgramItem> items,
        List<LeftOut> leftOut,
        Optional<SeeSomeone> seeSomeone) {

    public Program {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
    }

    public List<ProgramItem.Stretch> stretches() {
        return items.stream()
                .filter(ProgramItem.Stretch.class::isInstance)
                .map(ProgramItem.Stretch.class::cast)
                .toList();
    }

    /** Somebody to see: who names a file of content/whom. */
    public record SeeSomeone(String who, String why) {}
}
