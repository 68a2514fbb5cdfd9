package org.unknot.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What people read is plain, and holds no figure that nobody read at its source. */
class PatientTextTests {

    private static final Path CONTENT = Path.of("src/main/resources/content");
    private static final double HIGHEST_GRADE = 7;
    private static final int WORDS_OF_A_SCREEN = 100;

    /** Fields for programs and for clinicians, not for the person. */
    private static final Set<String> NOT_READ_ALOUD = Set.of("id", "source", "licence", "author", "review");

    /** Figures and names that docs/clinical/sources.md leaves out because we only recall them. */
    private static final List<Pattern> ONLY_RECALLED = List.of(
            Pattern.compile("\\b112\\b"),
            Pattern.compile("60[.,]5 ?%|44[.,]1 ?%|\\b0[.,]55\\b"),
            Pattern.compile("(?i)\\b(5|five) days a week\\b"),
            Pattern.compile("(?i)\\b40 ?(°|degrees)"),
            Pattern.compile("(?i)\\b(10|ten) (short )?repeats\\b"),
            Pattern.compile("(?i)hamstring"),
            Pattern.compile("AHPRA|ESSA|MBSR"),
            Pattern.compile("(?i)smiling mind|stop, breathe?"));

    private final Readability readability;

    PatientTextTests() throws IOException {
        readability = Readability.withNamedTerms();
    }

    @Test
    void everyContentFileOfAHundredWordsReadsAtGradeSevenOrBelow() throws IOException {
        List<String> tooHard = new ArrayList<>();
        int measured = 0;
        for (Path file : filesBelow(CONTENT, ".yaml")) {
            String text = String.join("\n", read(file));
            if (readability.words(text).size() >= WORDS_OF_A_SCREEN) {
                measured++;
                double grade = readability.grade(text);
                if (grade > HIGHEST_GRADE) {
                    tooHard.add("%s: grade %.1f".formatted(file, grade));
                }
            }
        }
        assertThat(measured).isGreaterThan(35);
        assertThat(tooHard).isEmpty();
    }

    @Test
    void noFigureThatWeOnlyRecallIsPrinted() throws IOException {
        List<Path> files = new ArrayList<>(filesBelow(CONTENT, ".yaml"));
        files.addAll(filesBelow(Path.of("src/main/resources/messages"), ".properties"));
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(recalled(Files.readString(file)).stream()
                    .map(figure -> file + ": " + figure)
                    .toList());
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aRecalledFigureWouldBeFound() {
        assertThat(recalled("Ring 112. Walk 5 days a week. Wear a 40 °C wrap. Do ten repeats."))
                .containsExactly("112", "5 days a week", "40 °", "ten repeats");
    }

    @Test
    void theFormulaGivesThePublishedGrade() {
        // 11 words, 1 sentence, 13 syllables: 0.39 × 11 + 11.8 × 13 / 11 − 15.59
        assertThat(readability.grade("The quick brown fox jumps over the lazy dog and barks."))
                .isCloseTo(0.39 * 11 + 11.8 * 13 / 11 - 15.59, within(0.01));
        assertThat(readability.grade(
                        "Myofascial dysfunction necessitates interdisciplinary rehabilitation, consequently institutional"
                                + " authorisation is indispensable."))
                .isGreaterThan(HIGHEST_GRADE);
    }

    private static List<String> recalled(String text) {
        return ONLY_RECALLED.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(match -> match.group())
                .toList();
    }

    private static List<String> read(Path file) throws IOException {
        Node top = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
        List<String> texts = new ArrayList<>();
        collect(top, texts);
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple field : mapping.getValue()) {
                    if (!NOT_READ_ALOUD.contains(((ScalarNode) field.getKeyNode()).getValue())) {
                        collect(field.getValueNode(), texts);
                    }
                }
            }
            case SequenceNode sequence -> sequence.getValue().forEach(entry -> collect(entry, texts));
            case ScalarNode scalar when scalar.getValue().contains(" ") -> texts.add(scalar.getValue());
            default -> {
                // one word is an id, an enum or a number
            }
        }
    }

    private static List<Path> filesBelow(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
