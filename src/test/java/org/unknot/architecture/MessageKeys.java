package org.unknot.architecture;

import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with message files, and between them and the sources that use their keys. */
final class MessageKeys {

    private static final Pattern ENTRY = Pattern.compile("(?m)^([^#!=:\\s][^=:\\s]*)\\s*[=:]\\s*(.*)$");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:text|has)\\(\\s*\"([a-z0-9-]+\\.[a-z0-9.-]*)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]*)+)\"(\\s*\\+)?");

    private MessageKeys() {}

    /** Problems of one file by itself: wrong module, repeated keys, quotes that MessageFormat would swallow. */
    static List<String> ofFile(String file, String text) {
        List<String> problems = new ArrayList<>();
        String module = file.replaceFirst("(_[a-z]{2})?\\.properties$", "");
        Set<String> seen = new TreeSet<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            String key = entry.group(1);
            String value = entry.group(2);
            if (!key.startsWith(module + ".")) {
                problems.add(file + ": " + key + " does not start with " + module + ".");
            }
            if (!seen.add(key)) {
                problems.add(file + ": " + key + " is there twice");
            }
            if (value.indexOf('\'') >= 0) {
                problems.add(file + ": " + key + " has a straight apostrophe, which MessageFormat swallows; write ’");
            } else if (!formats(value)) {
                problems.add(file + ": " + key + " is not a message with {0} {1} arguments");
            }
        }
        return problems;
    }

    static Map<String, String> entries(String text) {
        Map<String, String> entries = new TreeMap<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            entries.put(entry.group(1), entry.group(2));
        }
        return entries;
    }

    /** Keys that a source asks for and no file has; of a key that is put together, its beginning must lead somewhere. */
    static List<String> missing(String source, String text, Set<String> keys) {
        List<String> problems = new ArrayList<>();
        Matcher asked = ASKED.matcher(text);
        while (asked.find()) {
            String key = asked.group(1);
            boolean found = asked.group(2).equals("+")
                    ? keys.stream().anyMatch(known -> known.startsWith(key))
                    : keys.contains(key);
            if (!found) {
                problems.add(source + ": no text for " + key);
            }
        }
        return problems;
    }

    /** Keys that no source names, neither whole nor by the beginning that something is appended to, here or where it is handed on. */
    static Set<String> unused(Set<String> keys, List<String> sources) {
        Set<String> whole = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (String source : sources) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                (literal.group(2) == null ? whole : beginnings).add(literal.group(1));
            }
        }
        return keys.stream()
                .filter(key -> !whole.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .filter(key -> whole.stream().noneMatch(begun -> key.startsWith(begun + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys and arguments in which a translation differs from its original. */
    static List<String> outOfSync(String file, Map<String, String> original, Map<String, String> translation) {
        List<String> problems = new ArrayList<>();
        original.forEach((key, text) -> {
            String translated = translation.get(key);
            if (translated == null) {
                problems.add(file + ": " + key + " is missing");
            } else if (!arguments(text).equals(arguments(translated))) {
                problems.add(file + ": " + key + " has other arguments than the original");
            }
        });
        translation.keySet().stream()
                .filter(key -> !original.containsKey(key))
                .forEach(key -> problems.add(file + ": " + key + " has no original"));
        return problems;
    }

    private static boolean formats(String value) {
        try {
            Format[] unused = new MessageFormat(value, Locale.ROOT).getFormatsByArgumentIndex();
            return unused.length <= 10;
        } catch (IllegalArgumentException noMessage) {
            return false;
        }
    }

    private static Set<String> arguments(String message) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
