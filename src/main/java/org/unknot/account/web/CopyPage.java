package org.unknot.account.web;

import java.util.List;

/**
 * A copy of a record as a person reads it.
 *
 * @param made when, in words
 * @param log who opened the record, the oldest first
 */
public record CopyPage(String made, List<Part> parts, List<Line> log) {

    public CopyPage {
        parts = List.copyOf(parts);
        log = List.copyOf(log);
    }

    /** One kind of rows under its heading. */
    public record Part(String title, List<List<Fact>> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** One value of a row, with what it is called. */
    public record Fact(String name, Value value) {}

    /** What stands behind a name: words, or more of the same kind below it. */
    public sealed interface Value {

        record Words(String text) implements Value {}

        record Facts(List<Fact> facts) implements Value {}

        /** A table: one row for each thing of a kind, in their order. */
        record Rows(List<String> heads, List<List<String>> rows) implements Value {}

        record Items(List<Value> items) implements Value {}
    }

    /**
     * One entry of the log.
     *
     * @param who {@code self}, {@code other} or {@code nobody}
     */
    public record Line(String at, String action, String purpose, String who, boolean allowed, String reason) {}
}
