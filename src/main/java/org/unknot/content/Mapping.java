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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The YAML nodes beneath a {@link Section}: which fields there are, which were asked for, and what is wrong with one. */
final class Mapping {

    static final String STAND_IN = "stand-in";

    final Reading reading;
    final String path;
    final int line;
    private final boolean mute;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Mapping(Reading reading, String path, MappingNode node) {
        this.reading = reading;
        this.path = path;
        this.line = reading.lines.getOrDefault(path, lineOf(node));
        this.mute = false;
        for (NodeTuple field : node.getValue()) {
            String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            reading.lines.put(fieldPath(key), lineOf(field.getKeyNode()));
            if (fields.put(key, field.getValueNode()) != null) {
                problem(lineOf(field.getKeyNode()), key, "each field once, got it a second time", key + ": once");
            }
        }
    }

    /** Stands in for a mapping that is missing: has no field and notes no problem. */
    private Mapping(Reading reading, String path, int line) {
        this.reading = reading;
        this.path = path;
        this.line = line;
        this.mute = true;
    }

    Mapping muted(String key) {
        return new Mapping(reading, fieldPath(key), line);
    }

    Mapping below(String key, MappingNode node) {
        return new Mapping(reading, fieldPath(key), node);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    boolean isText(String key) {
        return fields.get(key) instanceof ScalarNode;
    }

    Optional<Node> field(String key) {
        asked.add(key);
        return Optional.ofNullable(fields.get(key)).filter(node -> !Tag.NULL.equals(node.getTag()));
    }

    /** One entry of a list, under a key such as {@code blocks[0]}. */
    record Item(String key, Node node) {}

    List<Item> items(String key, String example) {
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

    String textOf(Node node, String key, String example) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problem(lineOf(node), key, "text, got " + node.getNodeId(), example);
        return STAND_IN;
    }

    <E extends Enum<E>> E constantOf(Node node, String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        String value = textOf(node, key, word(first));
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(value))
                .findFirst()
                .orElseGet(() -> wrong(node, key, "one of " + words(type), value, word(first), first));
    }

    <T> T wrong(Node node, String key, String expected, String got, String example, T standIn) {
        if (!STAND_IN.equals(got)) {
            problem(lineOf(node), key, expected + ", got " + got, example);
        }
        return standIn;
    }

    <T> T missing(String key, String expected, String example, Supplier<T> standIn) {
        problem(lineOfField(key), key, expected + ", got nothing", key + ": " + example);
        return standIn.get();
    }

    void problem(int atLine, String key, String expected, String example) {
        if (!mute) {
            reading.problem(atLine, fieldPath(key), expected, example);
        }
    }

    /** Whatever was not asked for is unknown. */
    void refuseUnknown() {
        for (String key : fields.keySet()) {
            if (!asked.contains(key)) {
                String known = asked.isEmpty() ? "nothing" : asked.iterator().next();
                problem(lineOfField(key), key, "only the fields " + String.join(", ", asked), known + ": …");
            }
        }
    }

    int lineOfField(String key) {
        @Nullable Integer known = reading.lines.get(fieldPath(key));
        return known == null ? line : known;
    }

    private String fieldPath(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Mapping::word).collect(Collectors.joining(", "));
    }
}
