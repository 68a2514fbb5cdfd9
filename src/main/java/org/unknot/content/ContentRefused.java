package org.unknot.content;

import java.util.List;
import java.util.stream.Collectors;

/** The content cannot be used. Carries everything that is wrong, not only the first thing; the application does not start. */
public final class ContentRefused extends RuntimeException {

    private final transient List<Problem> problems;

    public ContentRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
