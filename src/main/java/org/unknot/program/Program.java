package org.unknot.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.exercise.Phase;
import org.unknot.triage.Level;
import org.unknot.triage.TriageId;

/**
 * What to do on one day of an episode. There is always something to do, or somebody to see and why.
 *
 * @param episode empty while nothing was ever cleared, so that no episode has begun
 * @param level how soon somebody should be seen, as triage last found
 * @param day 0 on the day the spasm began to be cared for
 * @param revision changes whenever anything in it changes but the order; a script made from another revision is stale
 * @param stopAt when a movement ends; empty while the pain now is unknown, then any rise ends it
 * @param chosen ids of the items of which the person made something else than the rules did
 * @param closedAt when the person said that they are better, if they did
 * @param hold why all but the position of ease waits for new answers, if it does
 * @param seeSomeone why and whom to see, always present where there is nothing to do
 */
public record Program(
        Optional<EpisodeId> episode,
        TriageId triage,
        Level level,
        LocalDate date,
        int day,
        Phase phase,
        String revision,
        Optional<PainLimit> stopAt,
        List<ProgramItem> items,
        List<LeftOut> leftOut,
        Set<String> chosen,
        Optional<Instant> closedAt,
        Optional<Words> hold,
        Optional<SeeSomeone> seeSomeone) {

    public Program {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
        chosen = Set.copyOf(chosen);
        if (items.isEmpty() && seeSomeone.isEmpty()) {
            throw new IllegalArgumentException("A program without anything to do names somebody to see");
        }
    }

    public List<ProgramItem.Stretch> stretches() {
        return items.stream()
                .filter(ProgramItem.Stretch.class::isInstance)
                .map(ProgramItem.Stretch.class::cast)
                .toList();
    }

    public Optional<ProgramItem> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Somebody to see: who names a file of content/whom, or is {@code emergency} for the emergency page. */
    public record SeeSomeone(String who, Words why) {

        static final String EMERGENCY = "emergency";
    }
}
