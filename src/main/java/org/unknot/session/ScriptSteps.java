package org.unknot.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the steps of a script that a record may name: its own, and those that a stop may put in their place. */
final class ScriptSteps {

    private ScriptSteps() {}

    static Map<String, Step> byId(Script script) {
        Map<String, Step> found = new LinkedHashMap<>();
        script.steps().forEach(step -> add(step, found));
        return found;
    }

    private static void add(Step step, Map<String, Step> found) {
        if (found.putIfAbsent(step.id(), step) == null) {
            forms(step).stream()
                    .flatMap(form -> form.onStop().stream())
                    .flatMap(stop -> Optional.ofNullable(stop.replaceWith()).stream())
                    .forEach(replacement -> add(replacement, found));
        }
    }

    /** A step and every easier form below it, down to the safe rest. */
    static List<Step> forms(Step step) {
        List<Step> forms = new ArrayList<>();
        for (Step form = step; form != null; form = form.easier()) {
            forms.add(form);
        }
        return forms;
    }
}
