package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word a person sees stands in a message or content file, is complete in every language, and says nothing it must not. */
class TextTests {

    private static final Path HASHES = Path.of("src/test/resources/org/unknot/architecture");
    private static final Pattern FALSE_COMFORT = Pattern.compile(
            "\\b(you are safe|you’re safe|all clear|nothing is wrong|no red flags?)\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> templates = Sources.below("src/main/jte", ".jte");
    private final Map<String, String> java = Sources.below("src/main/java", ".java");
    private final Map<String, String> messages = Sources.below("src/main/resources/messages", ".properties");

    @Test
    void templatesHoldNoWordsAndNothingInline() {
        assertThat(templates.entrySet().stream()
                        .flatMap(template -> TemplateText.problems(template.getKey(), template.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void everyBehaviourThatAnElementAsksForIsThere() {
        Pattern asked = Pattern.compile("data-module=\"([a-z/-]+)\"");
        assertThat(templates.values().stream()
                        .flatMap(template -> asked.matcher(template).results())
                        .map(module -> Path.of("src/main/resources/static/js", module.group(1) + ".js"))
                        .distinct())
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void everyMessageFileIsWellFormed() {
        assertThat(messages.entrySet().stream()
                        .flatMap(file -> MessageKeys.ofFile(nameOf(file.getKey()), file.getValue()).stream()))
                .isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForExists() {
        Set<String> keys = originalKeys();
        assertThat(Stream.concat(templates.entrySet().stream(), java.entrySet().stream())
                        .flatMap(source -> MessageKeys.missing(source.getKey(), source.getValue(), keys).stream()))
                .isEmpty();
    }

    @Test
    void noKeyIsLeftOver() {
        List<String> sources = new ArrayList<>(templates.values());
        sources.addAll(java.values());
        assertThat(MessageKeys.unused(originalKeys(), sources)).isEmpty();
    }

    @Test
    void everyLanguageHasTheSameKeysAndArguments() {
        Map<String, Map<String, String>> byName = new HashMap<>();
        messages.forEach((path, text) -> byName.put(nameOf(path), MessageKeys.entries(text)));
        List<String> problems = new ArrayList<>();
        byName.forEach((name, translation) -> {
            String original = name.replaceFirst("_[a-z]{2}\\.properties$", ".properties");
            if (!original.equals(name)) {
                problems.addAll(MessageKeys.outOfSync(name, byName.getOrDefault(original, Map.of()), translation));
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void nobodyIsToldThatTheyAreSafe() {
        assertThat(spoken().entrySet().stream()
                        .filter(file -> FALSE_COMFORT.matcher(file.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void noSentenceOfTheArticleIsRepeated() {
        WordRuns article = new WordRuns(8, hashes("article-runs.txt"));
        assertThat(spoken().entrySet().stream()
                        .flatMap(file -> article.in(file.getValue()).stream().map(run -> file.getKey() + ": " + run)))
                .isEmpty();
    }

    @Test
    void noNameOfTheArticlesClinicAppears() {
        Set<String> names = hashes("names.txt");
        Map<String, String> everything = new HashMap<>(spoken());
        everything.putAll(java);
        everything.putAll(Sources.below("docs", ".md"));
        for (int length = 1; length <= 3; length++) {
            WordRuns runs = new WordRuns(length, names);
            assertThat(everything.entrySet().stream()
                            .flatMap(file -> runs.in(file.getValue()).stream().map(run -> file.getKey() + ": " + run)))
                    .isEmpty();
        }
    }

    private Set<String> originalKeys() {
        return messages.entrySet().stream()
                .filter(file -> !file.getKey().matches(".*_[a-z]{2}\\.properties"))
                .flatMap(file -> MessageKeys.entries(file.getValue()).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> spoken() {
        Map<String, String> spoken = new HashMap<>(templates);
        spoken.putAll(Sources.below("src/main/resources", ".properties", ".yaml", ".yml", ".js", ".html", ".json"));
        return spoken;
    }

    private static Set<String> hashes(String file) {
        return Sources.read(HASHES.resolve(file))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    private static String nameOf(String path) {
        return Path.of(path).getFileName().toString();
    }
}
