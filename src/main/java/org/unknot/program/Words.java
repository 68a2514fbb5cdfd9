package org.unknot.program;

import java.util.List;

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

    /** A sentence of a reviewed content file, as it stands there. */
    static Words said(String sentence) {
        return of("program.said", sentence);
    }

    /** As {@code page.text(key, arguments)} takes them. */
    public Object[] toArray() {
        return arguments.toArray();
    }
}
