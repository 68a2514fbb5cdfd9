package org.unknot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every citation key, wherever it is used, leads to a line of docs/clinical/sources.md. */
class CitationTests {

    private static final Path SOURCES = Path.of("docs/clinical/sources.md");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern LINK = Pattern.compile("sources\\.md#([A-Za-z0-9-]+)");
    private static final Pattern QUOTED = Pattern.compile("\"(S\\d{1,3}|[JL]-[A-Za-z0-9-]+)\"");
    private static final Pattern IN_CONTENT = Pattern.compile("citations?: *\\[?([A-Za-z0-9, -]+)\\]?");
    private static final Pattern IN_TABLE = Pattern.compile("(?<=,)(S\\d{1,3}|[JL]-[A-Za-z0-9-]+)(?=,|$)");

    @Test
    void everyKeyOfTheSourcesIsThereOnce() throws IOException {
        List<String> keys = found(ANCHOR, Files.readString(SOURCES));

        assertThat(keys).hasSizeGreaterThan(67).doesNotHaveDuplicates();
    }

    @Test
    void everyKeyThatContentCitesResolves() throws IOException {
        List<String> unresolved =
                unresolved(filesBelow("src/main/resources/content", ".yaml"), List.of(IN_CONTENT, LINK));

        assertThat(unresolved).isEmpty();
    }

    @Test
    void everyKeyThatCodeAndDocumentsCiteResolves() throws IOException {
        List<Path> files = new ArrayList<>(filesBelow("src/main/java", ".java"));
        files.addAll(filesBelow("src/main/resources/messages", ".properties"));
        files.addAll(filesBelow("docs", ".md"));

        assertThat(unresolved(files, List.of(QUOTED, LINK))).isEmpty();
    }

    @Test
    void everyKeyOfTheTablesToSignResolves() throws IOException {
        assertThat(unresolved(filesBelow("docs/clinical", ".csv"), List.of(IN_TABLE)))
                .isEmpty();
    }

    @Test
    void aKeyThatNobodyWroteDownWouldBeFound() throws IOException {
        assertThat(keysIn("citations: [S25, S999]", IN_CONTENT)).containsExactly("S25", "S999");
        assertThat(keysIn("citation: J-knee", IN_CONTENT)).containsExactly("J-knee");
        assertThat(keysIn("see sources.md#no-such-topic", LINK)).containsExactly("no-such-topic");
        assertThat(keysIn("rule(\"a\", \"J-none\")", QUOTED)).containsExactly("J-none");
        assertThat(known()).doesNotContain("S999", "no-such-topic", "J-none");
    }

    private static List<String> unresolved(List<Path> files, List<Pattern> patterns) throws IOException {
        Set<String> known = known();
        List<String> unresolved = new ArrayList<>();
        int seen = 0;
        for (Path file : files) {
            String text = Files.readString(file);
            for (Pattern pattern : patterns) {
                for (String key : keysIn(text, pattern)) {
                    seen++;
                    if (!known.contains(key)) {
                        unresolved.add(file + ": no source " + key);
                    }
                }
            }
        }
        assertThat(seen).as("keys looked at").isPositive();
        return unresolved;
    }

    private static List<String> keysIn(String text, Pattern pattern) {
        return found(pattern, text).stream()
                .flatMap(keys -> Stream.of(keys.split(",")))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static Set<String> known() throws IOException {
        return new TreeSet<>(found(ANCHOR, Files.readString(SOURCES)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(CitationTests::first).collect(Collectors.toList());
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static List<Path> filesBelow(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
