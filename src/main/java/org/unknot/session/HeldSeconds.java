package org.unknot.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.unknot.shared.Side;

/**
 * How long an exercise was held, in whole seconds for each side of the person, or for neither where it has no side.
 *
 * <p>The browser sums the same way; both are tested on the files of {@code player-fixtures}.
 */
public record HeldSeconds(
        @JsonProperty("left") long left,
        @JsonProperty("right") long right,
        @JsonProperty("none") long none) {

    /** By exercise, in the order in which they were first held. Events of steps that the script does not have count for nothing. */
    static Map<String, HeldSeconds> of(Script script, List<SessionRecord.Event> events) {
        Map<String, Step> steps = ScriptSteps.byId(script);
        Map<String, long[]> millis = new LinkedHashMap<>();
        for (SessionRecord.Event event : events) {
            Step step = event.step() == null ? null : steps.get(event.step());
            if (step == null || event.heldMs() == null) {
                continue;
            }
            String exercise = event.form() == null ? step.exercise() : event.form();
            millis.computeIfAbsent(exercise, first -> new long[3])[slot(step)] += event.heldMs();
        }
        Map<String, HeldSeconds> held = new LinkedHashMap<>();
        millis.forEach((exercise, ms) -> held.put(exercise, new HeldSeconds(ms[0] / 1000, ms[1] / 1000, ms[2] / 1000)));
        return held;
    }

    private static int slot(Step step) {
        return step.side() == null ? 2 : step.side() == Side.LEFT ? 0 : 1;
    }
}
