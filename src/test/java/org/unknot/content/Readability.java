package org.unknot.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flesch–Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others 1975). A list
 * entry or heading is a sentence of its own. Named terms are left out of the words and of the syllables.
 */
public final class Readability {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:])\\s+|\\R");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}’'-]*");
    private static final Pattern SILENT_END =
            Pattern.compile("(?<=[^laeiouy])es$|(?<=[^laeiouydt])ed$|(?<=[^laeiouy])e$");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private final Set<String> terms;

    Readability(Set<String> terms) {
        this.terms = Set.copyOf(terms);
    }

    /** With the terms of docs/clinical/terms.txt left out. */
    public static Readability withNamedTerms() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/clinical/terms.txt"))) {
            return new Readability(lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toSet()));
        }
    }

    /** The grade of a text; lines are sentences at the least. */
    public double grade(String text) {
        List<String> words = words(text);
        long sentences = SENTENCE_END
                .splitAsStream(text)
                .filter(sentence -> WORD.matcher(sentence).find())
                .count();
        int syllables = words.stream().mapToInt(Readability::syllables).sum();
        return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
    }

    public List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> !terms.contains(word))
                .toList();
    }

    /** Groups of vowels, without a silent ending; at least one. */
    static int syllables(String word) {
        String sounded = SILENT_END.matcher(word).replaceFirst("");
        return (int) Math.max(1, VOWELS.matcher(sounded).results().count());
    }
}
