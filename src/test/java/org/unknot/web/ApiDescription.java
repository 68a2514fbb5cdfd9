package org.unknot.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * One of our OpenAPI 3.1 descriptions, to be held against what the program serves and answers. Stricter than the standard: a
 * field that is not described should not be there. Knows the keywords that we use, and stops at any other.
 */
public final class ApiDescription {

    private static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "additionalProperties",
            "const",
            "description",
            "enum",
            "examples",
            "format",
            "items",
            "maximum",
            "minItems",
            "minimum",
            "oneOf",
            "properties",
            "required",
            "type",
            "uniqueItems");

    private final JsonNode description;
    private final JsonNode schemas;

    public ApiDescription(JsonNode description) {
        this.description = description;
        schemas = description.path("components").path("schemas");
    }

    /** Everything that is described, such as "get /api/triage/questionnaire". */
    public Set<String> operations() {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream().map(verb -> verb + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that is served at such paths, in the same words. */
    public static Set<String> served(RequestMappingHandlerMapping mapping, Predicate<String> path) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path)
                        .flatMap(at -> info.getMethodsCondition().getMethods().stream()
                                .map(verb -> verb.name().toLowerCase(Locale.ROOT) + " " + at)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public JsonNode schema(String name) {
        return schemas.path(name);
    }

    /** The example of what to send there. */
    public JsonNode example(String verb, String path) {
        return description
                .path("paths")
                .path(path)
                .path(verb)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
    }

    /** Where the value is not as the schema says; nothing where it is. */
    public List<String> problems(String schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schemas.path(schema), value, schema, problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (!KEYWORDS.containsAll(schema.propertyNames()) || schema.isEmpty()) {
            throw new IllegalArgumentException(at + " is described by what is not checked: " + schema);
        }
        if (schema.has("$ref")) {
            String[] path = schema.path("$ref").stringValue().split("/");
            check(schemas.path(path[path.length - 1]), value, at, problems);
            return;
        }
        if (schema.has("oneOf")) {
            oneOf(schema.path("oneOf"), value, at, problems);
            return;
        }
        if (schema.has("type") && !isOfType(schema.path("type"), value)) {
            problems.add(at + " is not " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            problems.add(at + " is none of " + schema.path("enum") + ": " + value);
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            problems.add(at + " is not " + schema.path("const") + ": " + value);
        }
        if (value.isNumber()
                && (schema.has("minimum")
                                && value.asInt() < schema.path("minimum").asInt()
                        || schema.has("maximum")
                                && value.asInt() > schema.path("maximum").asInt())) {
            problems.add(at + " is out of range: " + value);
        }
        if (value.isString()
                && schema.has("format")
                && !isIn(schema.path("format").stringValue(), value)) {
            problems.add(at + " is no " + schema.path("format").stringValue() + ": " + value);
        }
        if (value.isObject()) {
            object(schema, value, at, problems);
        }
        if (value.isArray()) {
            array(schema, value, at, problems);
        }
    }

    private void oneOf(JsonNode choices, JsonNode value, String at, List<String> problems) {
        List<List<String>> each = choices.valueStream()
                .map(choice -> {
                    List<String> its = new ArrayList<>();
                    check(choice, value, at, its);
                    return its;
                })
                .toList();
        if (each.stream().filter(List::isEmpty).count() != 1) {
            problems.add(at + " is not one of: " + each);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.path("required").valueStream().map(JsonNode::stringValue).forEach(name -> {
            if (!value.has(name)) {
                problems.add(at + " has no " + name);
            }
        });
        if (!schema.has("properties") && !schema.has("additionalProperties")) {
            return; // described elsewhere, such as the options of a passkey
        }
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!described.isMissingNode()) {
                check(described, field.getValue(), at + "." + field.getKey(), problems);
            } else if (others.isObject()) {
                check(others, field.getValue(), at + "." + field.getKey(), problems);
            } else {
                problems.add(at + " has the undescribed " + field.getKey());
            }
        });
    }

    private void array(JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (value.size() < schema.path("minItems").asInt(0)) {
            problems.add(at + " is too short");
        }
        if (schema.path("uniqueItems").asBoolean(false)
                && value.valueStream().distinct().count() < value.size()) {
            problems.add(at + " has one twice");
        }
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.path(i), at + "[" + i + "]", problems);
        }
    }

    private static boolean isIn(String format, JsonNode value) {
        Consumer<String> reading = switch (format) {
            case "date" -> LocalDate::parse;
            case "date-time" -> Instant::parse;
            case "uuid" -> UUID::fromString;
            default -> throw new IllegalArgumentException("A format that is not checked: " + format);
        };
        try {
            reading.accept(value.stringValue());
            return true;
        } catch (java.time.format.DateTimeParseException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        Stream<JsonNode> either = types.isArray() ? types.valueStream() : Stream.of(types);
        return either.anyMatch(type -> switch (type.stringValue()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("A type that is not checked: " + type);
        });
    }
}
