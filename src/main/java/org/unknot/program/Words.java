package org.unknot.program;

import java.util.List;
import org.unknot.exercise.Dose;

/**
 * A sentence for the person as its key in {@code messages/program.properties} with its arguments, so that rules decide and
 * pages speak. What content files say is passed through as the only argument of {@code program.said}.
 */
public record Words(String key, List<Object> arguments) {

    public Words {
        arguments = List.copyOf(arguments);
    }

    static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }

    /** How long and how often. */
    static Words of(Dose dose) {
        if (dose.asAble()) {
            return of("program.dose.as-able", dose.targetSeconds());
        }
        String key = dose.sides() == Dose.Sides.BOTH ? "program.dose.hold-sides" : "program.dose.hold";
        return of(key, dose.targetSeconds(), dose.repetitions());
    }

    /** A sentence of a reviewed content file, as it stands there. */
    static Words said(String sentence) {
        return of("program.said", sentence);
    }

    /** As {@code page.text(key, arguments)} takes them. */
    public Object[] toArray() {
        return arguments.toArray();
    }
}
