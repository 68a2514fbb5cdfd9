package org.unknot.architecture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds sentences and names that must not be repeated without keeping them: the repository holds only the first half of the
 * SHA-256 of each run of words, in lower case, separated by single blanks.
 */
final class WordRuns {

    private static final Pattern YAML_KEY = Pattern.compile("(?m)^\\s*(?:- )?[A-Za-z][A-Za-z-]*:(?=\\s)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+(?:[’'][\\p{L}]+)?");

    private final int length;
    private final Set<String> forbidden;

    WordRuns(int length, Set<String> forbidden) {
        this.length = length;
        this.forbidden = forbidden;
    }

    /** Runs of the text that are among the forbidden ones, as they read. */
    List<String> in(String text) {
        List<String> words = words(text);
        List<String> found = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            String run = String.join(" ", words.subList(i, i + length));
            if (forbidden.contains(hash(run))) {
                found.add(run);
            }
        }
        return found;
    }

    static List<String> words(String text) {
        return WORD.matcher(YAML_KEY.matcher(text).replaceAll(" "))
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT).replace('’', '\''))
                .toList();
    }

    static String hash(String run) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
