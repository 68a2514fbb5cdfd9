package org.unknot.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a content file, asked field by field. A method without {@code optional} in its name notes a problem when the
 * field is missing; each takes an example for the author of the file. Enums are written in kebab-case.
 *
 * <pre>{@code
 * new Pillow(section.text("name", "Firm pillow"), section.wholeNumber("height", 4, 20, "12"));
 * }</pre>
 */
public final class Section {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final String STAND_IN = "stand-in";

    private final Reading reading;
    private final String path;
    private final int line;
    private final boolean mute;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Reading reading, String path, MappingNode node) {
        this.reading = reading;
        this.path = path;
        this.line = lineOf(node);
        this.mute = false;
        for (NodeTuple field : node.getValue()) {
            String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            reading.lines.put(fieldPath(key), lineOf(field.getKeyNode()));
            if (fields.put(key, field.getValueNode()) != null) {
                problem(lineOf(field.getKeyNode()), key, "each field once, got it a second time", key + ": once");
            }
        }
    }

    /** Stands in for a section that is missing: answers with stand-ins and notes nothing more. */
    private Section(Reading reading, String path, int line) {
        this.reading = reading;
        this.path = path;
        this.line = line;
        this.mute = true;
    }

    /** Id of the file this section belongs to. */
    public String documentId() {
        return reading.id;
    }

    /** Where the file this section belongs to comes from. */
    public Provenance provenance() {
        return reading.provenance;
    }

    /** Text of at least one letter. */
    public String text(String key, String example) {
        return optionalText(key, example).orElseGet(() -> missing(key, "text", example, STAND_IN));
    }

    public Optional<String> optionalText(String key, String example) {
        return field(key).flatMap(node -> textOf(node, key, example));
    }

    /** An id in kebab-case, such as {@code knee-to-chest}. */
    public String id(String key, String example) {
        return optionalId(key, example).orElseGet(() -> missing(key, "an id in kebab-case", example, STAND_IN));
    }

    public Optional<String> optionalId(String key, String example) {
        return field(key)
                .flatMap(node -> textOf(node, key, example)
                        .map(value -> kebab(value)
                                ? value
                                : wrong(node, key, "an id in kebab-case", value, example, STAND_IN)));
    }

    /** A whole number from {@code min} to {@code max}, both allowed. */
    public int wholeNumber(String key, int min, int max, String example) {
        return optionalWholeNumber(key, min, max, example)
                .orElseGet(() -> missing(key, wholeNumberFrom(min, max), example, min));
    }

    public Optional<Integer> optionalWholeNumber(String key, int min, int max, String example) {
        return field(key)
                .flatMap(node -> textOf(node, key, example).map(value -> {
                    int number = WHOLE.matcher(value).matches() ? Integer.parseInt(value) : Integer.MIN_VALUE;
                    return number >= min && number <= max
                            ? number
                            : wrong(node, key, wholeNumberFrom(min, max), value, example, min);
                }));
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return optionalFlag(key).orElseGet(() -> missing(key, "true or false", "true", false));
    }

    public Optional<Boolean> optionalFlag(String key) {
        return field(key)
                .flatMap(node -> textOf(node, key, "true").map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> wrong(node, key, "true or false", value, "true", false);
                }));
    }

    /** One constant of an enum. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return optionalOneOf(key, type).orElseGet(() -> missing(key, "one of " + words(type), word(first), first));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String key, Class<E> type) {
        return field(key).flatMap(node -> constant(node, key, type));
    }

    /** At least one text. */
    public List<String> texts(String key, String example) {
        List<String> texts = optionalTexts(key, example);
        return texts.isEmpty() && !fields.containsKey(key)
                ? missing(key, "a list of texts", "[" + example + "]", texts)
                : texts;
    }

    /** Texts in order; empty when the field is missing. */
    public List<String> optionalTexts(String key, String example) {
        List<String> texts = new ArrayList<>();
        for (Item item : items(key, example)) {
            textOf(item.node, item.key, example).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** Constants of an enum, each at most once; empty when the field is missing. */
    public <E extends Enum<E>> Set<E> optionalSet(String key, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (Item item : items(key, word(type.getEnumConstants()[0]))) {
            constant(item.node, item.key, type).ifPresent(constants::add);
        }
        return Set.copyOf(constants);
    }

    /** A section below this one. */
    public <T> T section(String key, String example, Form<T> form) {
        return field(key)
                .map(node -> read(node, key, example, form))
                .orElseGet(() -> missing(key, "a section", example, () -> reading.apply(form, muted(key))));
    }

    public <T> Optional<T> optionalSection(String key, String example, Form<T> form) {
        return field(key).map(node -> read(node, key, example, form));
    }

    /** At least one section below this one. */
    public <T> List<T> sections(String key, String example, Form<T> form) {
        List<T> sections = optionalSections(key, example, form);
        return sections.isEmpty() && !fields.containsKey(key)
                ? missing(key, "a list of sections", "- " + example, sections)
                : sections;
    }

    /** Sections in order; empty when the field is missing. */
    public <T> List<T> optionalSections(String key, String example, Form<T> form) {
        List<T> sections = new ArrayList<>();
        for (Item item : items(key, example)) {
            sections.add(read(item.node, item.key, example, form));
        }
        return List.copyOf(sections);
    }

    /** Whether the file has this field, with or without a value. */
    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** Whether the field holds text rather than a list or a section. */
    public boolean isText(String key) {
        return fields.get(key) instanceof ScalarNode;
    }

    /** Notes a problem that only the form can see. {@code expected} says what stood there, too. */
    public void refuse(String key, String expected, String example) {
        problem(lineOfField(key), key, expected, example);
    }

    /** Closes the section: whatever was not asked for is unknown. */
    void refuseUnknown() {
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!asked.contains(field.getKey())) {
                String first = asked.isEmpty() ? "nothing" : asked.iterator().next();
                problem(
                        lineOfField(field.getKey()),
                        field.getKey(),
                        "only the fields " + String.join(", ", asked),
                        first + ": …");
            }
        }
    }

    int line() {
        return line;
    }

    String path() {
        return path;
    }

    private <T> T read(Node node, String key, String example, Form<T> form) {
        if (!(node instanceof MappingNode mapping)) {
            problem(lineOf(node), key, "a section with fields", example);
            return reading.apply(form, muted(key));
        }
        Section section = new Section(reading, fieldPath(key), mapping);
        T result = reading.apply(form, section);
        section.refuseUnknown();
        return result;
    }

    private Section muted(String key) {
        return new Section(reading, fieldPath(key), line);
    }

    private Optional<Node> field(String key) {
        asked.add(key);
        return Optional.ofNullable(fields.get(key)).filter(node -> !Tag.NULL.equals(node.getTag()));
    }

    private record Item(String key, Node node) {}

    private List<Item> items(String key, String example) {
        Optional<Node> node = field(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)
                || sequence.getValue().isEmpty()) {
            problem(lineOf(node.get()), key, "a list with at least one entry", "[" + example + "]");
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            String itemKey = key + "[" + items.size() + "]";
            reading.lines.put(fieldPath(itemKey), lineOf(entry));
            items.add(new Item(itemKey, entry));
        }
        return items;
    }

    private Optional<String> textOf(Node node, String key, String example) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        problem(lineOf(node), key, "text, got " + node.getNodeId(), example);
        return Optional.of(STAND_IN);
    }

    private <E extends Enum<E>> Optional<E> constant(Node node, String key, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return textOf(node, key, word(constants[0]))
                .map(value -> Arrays.stream(constants)
                        .filter(constant -> word(constant).equals(value))
                        .findFirst()
                        .orElseGet(() ->
                                wrong(node, key, "one of " + words(type), value, word(constants[0]), constants[0])));
    }

    private <T> T wrong(Node node, String key, String expected, String got, String example, T standIn) {
        if (!STAND_IN.equals(got)) {
            problem(lineOf(node), key, expected + ", got " + got, example);
        }
        return standIn;
    }

    private <T> T missing(String key, String expected, String example, T standIn) {
        return missing(key, expected, example, () -> standIn);
    }

    private <T> T missing(String key, String expected, String example, Supplier<T> standIn) {
        problem(lineOfField(key), key, expected + ", got nothing", key + ": " + example);
        return standIn.get();
    }

    private void problem(int atLine, String key, String expected, String example) {
        if (!mute) {
            reading.problem(atLine, fieldPath(key), expected, example);
        }
    }

    private int lineOfField(String key) {
        @Nullable Integer known = reading.lines.get(fieldPath(key));
        return known == null ? line : known;
    }

    private String fieldPath(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static boolean kebab(String value) {
        return value.length() <= 60 && KEBAB.matcher(value).matches();
    }

    private static String wholeNumberFrom(int min, int max) {
        return "a whole number from " + min + " to " + max;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Section::word).collect(Collectors.joining(", "));
    }
}
