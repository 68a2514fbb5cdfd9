package org.unknot.content;

import java.util.Map;

/**
 * One content file that was read without a problem.
 *
 * @param id the file's name without {@code .yaml}
 * @param hash SHA-256 of the file's bytes in lower-case hexadecimal; changes whenever a letter of it changes
 * @param lines the line of each field by its dotted path, so that checks across files can point at it
 */
public record Document<T>(
        String id, T value, Provenance provenance, String hash, String file, Map<String, Integer> lines) {

    public Document {
        lines = Map.copyOf(lines);
    }

    /** A problem with a field of this file, for checks that need more than one file. */
    public Problem problem(String field, String expected, String example) {
        return new Problem(file, lines.getOrDefault(field, 1), field, expected, example);
    }
}
