package org.unknot.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is noted while one file is read: its problems and the line of each field. */
final class Reading {

    final String file;
    final String id;
    final List<Problem> problems = new ArrayList<>();
    final Map<String, Integer> lines = new HashMap<>();

    /** Set from the file's header before its form runs. */
    Provenance provenance = new Provenance("", List.of(), "", "", Optional.empty());

    Reading(String file, String id) {
        this.file = file;
        this.id = id;
    }

    void problem(int line, String field, String expected, String example) {
        problems.add(new Problem(file, line, field, expected, example));
    }

    /** Runs a form; what a constructor refuses becomes a problem, unless stand-ins for earlier problems were to blame. */
    <T> T apply(Form<T> form, Section section) {
        try {
            return form.read(section);
        } catch (IllegalArgumentException refused) {
            if (problems.isEmpty()) {
                problem(section.line(), section.path(), "what fits together: " + refused.getMessage(), "see above");
            }
            throw new Abandoned(refused);
        }
    }

    /** The rest of this file cannot be read; its problems are noted. */
    static final class Abandoned extends RuntimeException {
        Abandoned(Throwable cause) {
            super(cause);
        }
    }
}
