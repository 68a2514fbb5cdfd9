package org.unknot.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

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
    private static final int LONGEST_ID = 60;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private final Mapping mapping;

    Section(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Id of the file this section belongs to. */
    public String documentId() {
        return mapping.reading.id;
    }

    /** Where the file this section belongs to comes from. */
    public Provenance provenance() {
        return mapping.reading.provenance;
    }

    /** Text of at least one letter. */
    public String text(String key, String example) {
        return optionalText(key, example)
                .orElseGet(() -> mapping.missing(key, "text", example, () -> Mapping.STAND_IN));
    }

    public Optional<String> optionalText(String key, String example) {
        return mapping.field(key).map(node -> mapping.textOf(node, key, example));
    }

    /** An id in kebab-case, such as {@code knee-to-chest}. */
    public String id(String key, String example) {
        return optionalId(key, example)
                .orElseGet(() -> mapping.missing(key, "an id in kebab-case", example, () -> Mapping.STAND_IN));
    }

    public Optional<String> optionalId(String key, String example) {
        return mapping.field(key).map(node -> idOf(node, key, example));
    }

    /** A whole number from {@code min} to {@code max}, both allowed. */
    public int wholeNumber(String key, int min, int max, String example) {
        return optionalWholeNumber(key, min, max, example)
                .orElseGet(() -> mapping.missing(key, numberFrom(min, max), example, () -> min));
    }

    public Optional<Integer> optionalWholeNumber(String key, int min, int max, String example) {
        return mapping.field(key).map(node -> {
            String value = mapping.textOf(node, key, example);
            int number = WHOLE.matcher(value).matches() ? Integer.parseInt(value) : Integer.MIN_VALUE;
            return number >= min && number <= max
                    ? number
                    : mapping.wrong(node, key, numberFrom(min, max), value, example, min);
        });
    }

    /** A number, with decimals where needed, inside a range. */
    public double number(String key, Range range) {
        return optionalNumber(key, range)
                .orElseGet(() -> mapping.missing(key, range.toString(), Range.plain(range.nearest(0)), range::min));
    }

    public Optional<Double> optionalNumber(String key, Range range) {
        return mapping.field(key).map(node -> new Numbers(mapping).one(node, key, range));
    }

    /** As many numbers as there are ranges, in their order: {@code [128, 4, 0]}. */
    public List<Double> numbers(String key, List<Range> ranges) {
        return optionalNumbers(key, ranges)
                .orElseGet(() -> mapping.missing(
                        key, Numbers.described(ranges), Numbers.example(ranges), () -> Numbers.standIn(ranges)));
    }

    public Optional<List<Double>> optionalNumbers(String key, List<Range> ranges) {
        return mapping.field(key).map(node -> new Numbers(mapping).many(node, key, ranges));
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return optionalFlag(key).orElseGet(() -> mapping.missing(key, "true or false", "true", () -> false));
    }

    public Optional<Boolean> optionalFlag(String key) {
        return mapping.field(key).map(node -> switch (mapping.textOf(node, key, "true")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> mapping.wrong(node, key, "true or false", other, "true", false);
        });
    }

    /** One constant of an enum. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        E first = type.getEnumConstants()[0];
        return optionalOneOf(key, type)
                .orElseGet(
                        () -> mapping.missing(key, "one of " + Mapping.words(type), Mapping.word(first), () -> first));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String key, Class<E> type) {
        return mapping.field(key).map(node -> mapping.constantOf(node, key, type));
    }

    /** At least one text. */
    public List<String> texts(String key, String example) {
        List<String> texts = optionalTexts(key, example);
        return texts.isEmpty() && !has(key)
                ? mapping.missing(key, "a list of texts", "[" + example + "]", () -> texts)
                : texts;
    }

    /** Texts in order; empty when the field is missing. */
    public List<String> optionalTexts(String key, String example) {
        return mapping.items(key, example).stream()
                .map(item -> mapping.textOf(item.node(), item.key(), example))
                .toList();
    }

    /** Ids in kebab-case, in order; empty when the field is missing. */
    public List<String> optionalIds(String key, String example) {
        return mapping.items(key, example).stream()
                .map(item -> idOf(item.node(), item.key(), example))
                .toList();
    }

    /** Constants of an enum, each at most once; empty when the field is missing. */
    public <E extends Enum<E>> Set<E> optionalSet(String key, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (Mapping.Item item : mapping.items(key, Mapping.word(type.getEnumConstants()[0]))) {
            constants.add(mapping.constantOf(item.node(), item.key(), type));
        }
        return Set.copyOf(constants);
    }

    /** A section below this one. */
    public <T> T section(String key, String example, Form<T> form) {
        return optionalSection(key, example, form)
                .orElseGet(() -> mapping.missing(key, "a section", example, () -> standIn(key, form)));
    }

    public <T> Optional<T> optionalSection(String key, String example, Form<T> form) {
        return mapping.field(key).map(node -> read(node, key, example, form));
    }

    /** At least one section below this one. */
    public <T> List<T> sections(String key, String example, Form<T> form) {
        List<T> sections = optionalSections(key, example, form);
        return sections.isEmpty() && !has(key)
                ? mapping.missing(key, "a list of sections", "- " + example, () -> sections)
                : sections;
    }

    /** Sections in order; empty when the field is missing. */
    public <T> List<T> optionalSections(String key, String example, Form<T> form) {
        List<T> sections = new ArrayList<>();
        for (Mapping.Item item : mapping.items(key, example)) {
            sections.add(read(item.node(), item.key(), example, form));
        }
        return List.copyOf(sections);
    }

    /** Whether the file has this field, with or without a value. */
    public boolean has(String key) {
        return mapping.has(key);
    }

    /** Whether the field holds text rather than a list or a section. */
    public boolean isText(String key) {
        return mapping.isText(key);
    }

    /** Whether nothing is wrong with the file so far; only then do checks across its fields tell the truth. */
    public boolean sound() {
        return mapping.reading.problems.isEmpty();
    }

    /** Notes a problem that only the form can see. {@code expected} says what stood there, too. */
    public void refuse(String key, String expected, String example) {
        mapping.problem(mapping.lineOfField(key), key, expected, example);
    }

    void refuseUnknown() {
        mapping.refuseUnknown();
    }

    int line() {
        return mapping.line;
    }

    String path() {
        return mapping.path;
    }

    private String idOf(Node node, String key, String example) {
        String value = mapping.textOf(node, key, example);
        return value.length() <= LONGEST_ID && KEBAB.matcher(value).matches()
                ? value
                : mapping.wrong(node, key, "an id in kebab-case", value, example, Mapping.STAND_IN);
    }

    private <T> T read(Node node, String key, String example, Form<T> form) {
        if (!(node instanceof MappingNode fields)) {
            mapping.problem(Mapping.lineOf(node), key, "a section with fields", example);
            return standIn(key, form);
        }
        Section section = new Section(mapping.below(key, fields));
        T result = mapping.reading.apply(form, section);
        section.refuseUnknown();
        return result;
    }

    /** Runs the form on nothing, so that the fields after a missing section are looked at, too. */
    private <T> T standIn(String key, Form<T> form) {
        return mapping.reading.apply(form, new Section(mapping.muted(key)));
    }

    private static String numberFrom(int min, int max) {
        return "a whole number from " + min + " to " + max;
    }
}
