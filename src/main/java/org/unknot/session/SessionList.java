package org.unknot.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/** A script as a list to read or print: each exercise once, with its sides and seconds, what to do, and what is easier. */
public final class SessionList {

    private SessionList() {}

    /**
     * One exercise of the list.
     *
     * @param doses in the order in which they are done
     * @param picture the way into it, of the first side
     * @param lines what to do, each sentence once
     * @param easier titles of the easier forms
     */
    public record Part(
            String title,
            Step.@Nullable Picture picture,
            List<Dose> doses,
            boolean asAble,
            List<String> lines,
            List<String> easier) {}

    /** So many seconds on a side, or on none. */
    public record Dose(@Nullable Side side, int seconds) {}

    public static List<Part> of(Script script) {
        Map<String, List<Step>> byExercise = new LinkedHashMap<>();
        for (Step step : script.steps()) {
            byExercise
                    .computeIfAbsent(step.exercise() + step.title(), first -> new ArrayList<>())
                    .add(step);
        }
        return byExercise.values().stream().map(SessionList::part).toList();
    }

    /** What one needs for it, each thing once, in the order in which it is needed. */
    public static SequencedSet<String> needs(Script script) {
        return script.steps().stream()
                .flatMap(step -> step.needs().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Part part(List<Step> steps) {
        List<Dose> doses = new ArrayList<>();
        SequencedSet<String> lines = new LinkedHashSet<>();
        SequencedSet<String> easier = new LinkedHashSet<>();
        for (Step step : steps) {
            // "Half way" and its like mean nothing on paper; they are the cues of a hold that have a tone.
            step.cues().stream()
                    .filter(cue -> step.role() != Step.Role.HOLD || cue.tone() == null)
                    .map(Cue::text)
                    .forEach(lines::add);
            if (step.role() != Step.Role.GET_READY) {
                doses.add(new Dose(step.side(), step.seconds()));
                ScriptSteps.forms(step).stream()
                        .skip(1)
                        .filter(form -> form.role() == Step.Role.HOLD)
                        .map(Step::title)
                        .forEach(easier::add);
            }
        }
        boolean asAble = steps.stream().anyMatch(Step::asAble);
        return new Part(
                steps.getFirst().title(), picture(steps), doses, asAble, List.copyOf(lines), List.copyOf(easier));
    }

    private static Step.@Nullable Picture picture(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.role() != Step.Role.GET_READY)
                .findFirst()
                .map(Step::figure)
                .orElse(null);
    }
}
