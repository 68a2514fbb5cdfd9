package org.unknot.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links of Markdown pages to other files here, and to headings in them. Links to elsewhere are not looked at. */
final class Links {

    private static final Pattern LINK = Pattern.compile("(?:]\\(|src=\")([^)#\"\\s]*)(?:#([^)\"]*))?[)\"]");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

    private Links() {}

    /** Links that lead nowhere. {@code exists} tells whether a path from the root of the repository is there. */
    static List<String> broken(Map<String, String> pages, Predicate<String> exists) {
        List<String> broken = new ArrayList<>();
        pages.forEach((page, text) -> {
            Matcher link = LINK.matcher(CODE.matcher(text).replaceAll(""));
            while (link.find()) {
                String to = link.group(1);
                String heading = link.group(2);
                if (to.contains("://")) {
                    continue;
                }
                String target = to.isEmpty() ? page : resolve(page, to);
                if (!exists.test(target)) {
                    broken.add(page + ": " + to);
                } else if (heading != null
                        && !headings(pages.getOrDefault(target, "")).contains(heading)) {
                    broken.add(page + ": " + to + "#" + heading);
                }
            }
        });
        return broken;
    }

    private static String resolve(String page, String to) {
        return Objects.requireNonNullElse(Path.of(page).getParent(), Path.of(""))
                .resolve(to)
                .normalize()
                .toString();
    }

    private static List<String> headings(String text) {
        List<String> headings = new ArrayList<>();
        HEADING.matcher(text)
                .results()
                .forEach(heading -> headings.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{Nd} _-]", "")
                        .strip()
                        .replace(' ', '-')));
        ANCHOR.matcher(text).results().forEach(anchor -> headings.add(anchor.group(1)));
        return headings;
    }
}
