package org.unknot.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a JTE template as a person's browser would see it with all expressions empty: what letters are left was written into
 * the template, where no translator finds it. Also finds what the content security policy would block.
 */
final class TemplateText {

    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "\\b(alt|title|aria-label|aria-description|placeholder|label|summary)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern BLOCKED_BY_POLICY =
            Pattern.compile("\\s(style|on[a-z]+)\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    private final String file;
    private final String source;
    private final StringBuilder visible = new StringBuilder();
    private int at;

    private TemplateText(String file, String source) {
        this.file = file;
        this.source = source;
    }

    /** What is wrong with the template, each as file, line and what was found. */
    static List<String> problems(String file, String source) {
        TemplateText text = new TemplateText(file, source);
        text.blankOutExpressions(false);
        return text.check();
    }

    /** Copies markup and text; what JTE evaluates becomes blanks, so that lines keep their numbers. */
    private void blankOutExpressions(boolean insideBlock) {
        while (at < source.length()) {
            if (insideBlock && source.charAt(at) == '`') {
                blank(1);
                return;
            }
            if (source.startsWith("<%--", at)) {
                blank(until("--%>"));
            } else if (source.startsWith("<!--", at)) {
                blank(until("-->"));
            } else if (source.startsWith("${", at) || source.startsWith("!{", at)) {
                blank(1);
                balanced('{', '}');
            } else if (source.startsWith("$unsafe{", at)) {
                blank("$unsafe".length());
                balanced('{', '}');
            } else if (source.charAt(at) == '@') {
                directive();
            } else {
                visible.append(source.charAt(at++));
            }
        }
    }

    private void directive() {
        int end = at + 1;
        boolean names = source.startsWith("template.", end);
        while (end < source.length() && isWord(source.charAt(end), names)) {
            end++;
        }
        String word = source.substring(at + 1, end);
        if (word.equals("import") || word.equals("param")) {
            blank(until("\n"));
        } else {
            blank(end - at);
            if (at < source.length() && source.charAt(at) == '(') {
                balanced('(', ')');
            }
        }
    }

    /** The name of another template may hold a hyphen, a keyword may not. */
    private static boolean isWord(char c, boolean names) {
        return Character.isLetterOrDigit(c) || c == '.' || names && c == '-';
    }

    /** Blanks out a bracket with all that is in it; blocks between @` and ` within are template text again. */
    private void balanced(char open, char close) {
        int depth = 0;
        do {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                blank(quoted(c));
            } else if (source.startsWith("@`", at)) {
                blank(2);
                blankOutExpressions(true);
            } else {
                depth += c == open ? 1 : c == close ? -1 : 0;
                blank(1);
            }
        } while (depth > 0 && at < source.length());
    }

    private int quoted(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1 - at;
    }

    private int until(String end) {
        int found = source.indexOf(end, at);
        return (found < 0 ? source.length() : found + end.length()) - at;
    }

    private void blank(int length) {
        int end = Math.min(at + length, source.length());
        while (at < end) {
            visible.append(source.charAt(at++) == '\n' ? '\n' : ' ');
        }
    }

    private List<String> check() {
        List<String> problems = new ArrayList<>();
        Matcher tag = Pattern.compile("<[/!?]?[a-zA-Z][^<>]*>").matcher(visible);
        int textFrom = 0;
        String inside = "";
        while (tag.find()) {
            text(textFrom, tag.start(), inside, problems);
            tag(tag.start(), tag.group(), problems);
            inside = tag.group().startsWith("<script") ? "script" : tag.group().startsWith("<style") ? "style" : "";
            textFrom = tag.end();
        }
        text(textFrom, visible.length(), inside, problems);
        return problems;
    }

    private void text(int from, int to, String inside, List<String> problems) {
        String text = visible.substring(from, to).replaceAll("&(#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);", " ");
        Matcher letters = LETTERS.matcher(text);
        if (letters.find()) {
            String what = inside.isEmpty() ? "literal text" : "inline " + inside;
            problems.add(where(from + letters.start()) + what + " \"" + text.strip() + "\"");
        }
    }

    private void tag(int from, String tag, List<String> problems) {
        Matcher attribute = SPOKEN_ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            if (LETTERS.matcher(attribute.group(2)).find()) {
                problems.add(where(from + attribute.start()) + "literal text in " + attribute.group());
            }
        }
        Matcher blocked = BLOCKED_BY_POLICY.matcher(tag);
        if (blocked.find()) {
            problems.add(where(from + blocked.start()) + "inline attribute " + blocked.group(1));
        }
    }

    private String where(int offset) {
        long line = 1 + visible.chars().limit(offset).filter(c -> c == '\n').count();
        return file + ":" + line + ": ";
    }
}
