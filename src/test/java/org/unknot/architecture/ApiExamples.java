package org.unknot.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests of a page, each with the answer that stands below it. In an answer {@code "…"} is whatever is there: as a value, as
 * the rest of a list, or, as a field, as further fields.
 */
final class ApiExamples {

    private static final Pattern PAIR =
            Pattern.compile("(?s)```http\\n([A-Z]+) (\\S+)\\n(.*?)```\\s*```json\\n(.*?)```");
    private static final String WHATEVER = "…";

    /** One request with its answer. */
    record Example(String method, String path, String body, JsonNode answer) {}

    private ApiExamples() {}

    static List<Example> of(String page) {
        List<Example> examples = new ArrayList<>();
        Matcher pair = PAIR.matcher(page);
        while (pair.find()) {
            examples.add(new Example(
                    pair.group(1),
                    pair.group(2),
                    pair.group(3).strip(),
                    JsonMapper.shared().readTree(pair.group(4))));
        }
        return examples;
    }

    /** Where the answer differs from what the page shows. */
    static List<String> differences(JsonNode shown, JsonNode answered) {
        List<String> differences = new ArrayList<>();
        compare("", shown, answered, differences);
        return differences;
    }

    private static void compare(String at, JsonNode shown, JsonNode answered, List<String> differences) {
        if (isWhatever(shown) && !answered.isMissingNode()) {
            return;
        }
        if (shown.isObject() && answered.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                if (!field.getKey().equals(WHATEVER)) {
                    compare(at + "." + field.getKey(), field.getValue(), answered.path(field.getKey()), differences);
                }
            }
            if (!shown.has(WHATEVER)) {
                answered.propertyNames().stream()
                        .filter(name -> !shown.has(name))
                        .forEach(name -> differences.add(at + "." + name + " is not shown"));
            }
        } else if (shown.isArray() && answered.isArray()) {
            int given = 0;
            for (JsonNode element : shown) {
                if (isWhatever(element)) {
                    return;
                }
                compare(at + "[" + given + "]", element, answered.path(given), differences);
                given++;
            }
            if (given != answered.size()) {
                differences.add(at + " has " + answered.size() + " elements");
            }
        } else if (!shown.equals(answered)) {
            differences.add(at + " is " + answered);
        }
    }

    private static boolean isWhatever(JsonNode node) {
        return node.isString() && node.stringValue().equals(WHATEVER);
    }
}
