package org.unknot.triage.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a value against a schema of an OpenAPI 3.1 description, as far as ours goes: the keywords that openapi.json uses. */
final class JsonShape {

    private final JsonNode schemas;

    JsonShape(JsonNode description) {
        schemas = description.path("components").path("schemas");
    }

    List<String> problems(String schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schemas.path(schema), value, schema, problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
        if (schema.has("$ref")) {
            String[] path = schema.path("$ref").stringValue().split("/");
            check(schemas.path(path[path.length - 1]), value, at, problems);
            return;
        }
        if (schema.has("type") && !isOfType(schema.path("type"), value)) {
            problems.add(at + " is not " + schema.path("type"));
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            problems.add(at + " is none of " + schema.path("enum") + ": " + value);
        }
        if (value.isNumber()
                && (schema.has("minimum")
                                && value.asInt() < schema.path("minimum").asInt()
                        || schema.has("maximum")
                                && value.asInt() > schema.path("maximum").asInt())) {
            problems.add(at + " is out of range: " + value);
        }
        if (value.isObject()) {
            object(schema, value, at, problems);
        }
        if (value.isArray()) {
            if (value.size() < schema.path("minItems").asInt(0)) {
                problems.add(at + " is too short");
            }
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.path(i), at + "[" + i + "]", problems);
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> problems) {
        schema.path("required").valueStream().map(JsonNode::stringValue).forEach(name -> {
            if (!value.has(name)) {
                problems.add(at + " has no " + name);
            }
        });
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!described.isMissingNode()) {
                check(described, field.getValue(), at + "." + field.getKey(), problems);
            } else if (others.isObject()) {
                check(others, field.getValue(), at + "." + field.getKey(), problems);
            } else if (others.isBoolean() && !others.booleanValue()) {
                problems.add(at + " has the undescribed " + field.getKey());
            }
        });
    }

    private static boolean isOfType(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            return types.valueStream().anyMatch(type -> isOfType(type, value));
        }
        return switch (types.stringValue()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("A type that openapi.json does not use: " + types);
        };
    }
}
