package org.unknot.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that class files cannot show, because they are about words: purposes, statements, empty catches, loose ends. */
final class SourceRules {

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(");
    private static final Pattern SILENT_CATCH = Pattern.compile("catch \\(([^)]*)\\) \\{\\s*}");
    private static final Pattern LOOSE_END = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private SourceRules() {}

    /** A module says what it is for, what it must never do, and what it may depend on; every package is null-marked. */
    static List<String> ofPackage(String file, String text, boolean module) {
        List<String> problems = new ArrayList<>();
        Matcher comment = JAVADOC.matcher(text);
        String purpose = comment.find() ? comment.group(1).replaceAll("[\\s*]+", " ") : "";
        if (!text.contains("@NullMarked")) {
            problems.add(file + ": is not @NullMarked");
        }
        if (module && !purpose.contains("must never")) {
            problems.add(file + ": does not say what the module must never do");
        }
        if (module && !text.contains("allowedDependencies")) {
            problems.add(file + ": does not declare its dependencies");
        }
        return problems;
    }

    /** A statement is a constant: nothing is added to it, formatted into it or built for it. */
    static List<String> ofStatements(String file, String text) {
        List<String> problems = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(text);
        while (statement.find()) {
            String argument = argument(text, statement.end());
            String withoutLiterals = argument.replaceAll("(?s)\"\"\".*?\"\"\"", "L")
                    .replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "L")
                    .replaceAll("(?m)//.*$", "");
            if (!withoutLiterals.strip().matches("(L|[A-Z][A-Z0-9_]*)(\\s*\\+\\s*(L|[A-Z][A-Z0-9_]*))*")) {
                problems.add(file + ":" + line(text, statement.start()) + ": statement is not a constant: "
                        + argument.strip());
            }
        }
        return problems;
    }

    static List<String> ofLooseEnds(String file, String text) {
        List<String> problems = new ArrayList<>();
        Matcher silent = SILENT_CATCH.matcher(text);
        while (silent.find()) {
            problems.add(file + ":" + line(text, silent.start()) + ": swallows " + silent.group(1));
        }
        Matcher end = LOOSE_END.matcher(text);
        while (end.find()) {
            problems.add(file + ":" + line(text, end.start()) + ": " + end.group());
        }
        return problems;
    }

    /** A file that has to be scrolled for long holds two things. */
    static List<String> ofLength(String file, String text, int most) {
        long lines = text.lines().count();
        return lines < most ? List.of() : List.of(file + " has " + lines + " lines; " + most + " are too many");
    }

    private static String argument(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length() && depth > 0) {
            if (text.startsWith("\"\"\"", at)) {
                at = text.indexOf("\"\"\"", at + 3) + 3;
            } else if (text.charAt(at) == '"') {
                do {
                    at += text.charAt(at) == '\\' ? 2 : 1;
                } while (text.charAt(at) != '"');
                at++;
            } else {
                depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
                at++;
            }
        }
        return text.substring(from, at - 1);
    }

    private static long line(String text, int offset) {
        return 1 + text.chars().limit(offset).filter(c -> c == '\n').count();
    }
}
