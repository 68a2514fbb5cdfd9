package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unknot.shared.Answer;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Answers;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads answers sent as JSON, strictly: what we do not know, cannot read or do not believe is refused by the name of the field,
 * with what was expected and an example. Nothing is guessed, since a misread answer could send somebody the wrong way.
 */
final class AnswersJson {

    static final int MOST_BYTES = 32 * 1024;

    private static final String EXAMPLE = "{\"age\": 35, \"pain\": 6, \"answers\": {\"saddle-numb\": \"no\"}}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Triage triage;
    private final JsonNode body;

    private AnswersJson(Triage triage, JsonNode body) {
        this.triage = triage;
        this.body = body;
    }

    static AnswersJson read(HttpServletRequest request, Triage triage, Set<String> fields) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadInput("body", "at most " + MOST_BYTES + " bytes", EXAMPLE);
        }
        AnswersJson json = new AnswersJson(triage, parse(bytes));
        json.refuseUnknown(fields);
        return json;
    }

    private static JsonNode parse(byte[] bytes) {
        JsonNode body;
        try {
            body = JSON.readTree(bytes);
        } catch (JacksonException broken) {
            throw new BadInput("body", "one JSON object", EXAMPLE);
        }
        if (body == null || !body.isObject()) {
            throw new BadInput("body", "one JSON object", EXAMPLE);
        }
        return body;
    }

    private void refuseUnknown(Set<String> fields) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!fields.contains(field.getKey())) {
                String known = fields.stream().sorted().collect(Collectors.joining(", "));
                throw new BadInput(shown(field.getKey()), "only the fields " + known, EXAMPLE);
            }
        }
    }

    Changes changes() {
        return new Changes(
                number("age", 0, 120, "35"),
                sex(),
                number("durationDays", 0, 36500, "2"),
                number("pain", 0, 10, "6").map(PainScore::new),
                answers());
    }

    /** A whole set of answers, for which an age is needed. */
    Answers complete() {
        Changes said = changes();
        int age = said.age().orElseThrow(() -> new BadInput("age", "a whole number from 0 to 120", "35"));
        return new Answers(age, said.sex(), said.durationDays(), said.pain(), said.given());
    }

    Optional<Instant> instant(String name) {
        return field(name).map(value -> {
            try {
                return Instant.parse(value.isString() ? value.stringValue() : "");
            } catch (DateTimeParseException notAnInstant) {
                throw new BadInput(name, "a moment in ISO 8601", "2026-11-22T08:00:00Z");
            }
        });
    }

    private Optional<Integer> number(String name, int least, int most, String example) {
        return field(name).map(value -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToInt()
                    || value.intValue() < least
                    || value.intValue() > most) {
                throw new BadInput(name, "a whole number from " + least + " to " + most, example);
            }
            return value.intValue();
        });
    }

    private Optional<Answers.Sex> sex() {
        return field("sex")
                .map(value -> oneOf("sex", value, List.of(Answers.Sex.values()), "female, male or other", "female"));
    }

    private Map<QuestionId, Answer> answers() {
        Map<QuestionId, Answer> given = new HashMap<>();
        field("answers").ifPresent(answers -> {
            if (!answers.isObject()) {
                throw new BadInput("answers", "an object of question ids and answers", "{\"saddle-numb\": \"no\"}");
            }
            answers.properties()
                    .forEach(answer -> given.put(
                            question(answer.getKey()),
                            oneOf(
                                    "answers." + answer.getKey(),
                                    answer.getValue(),
                                    List.of(Answer.values()),
                                    "yes, no or unsure",
                                    "no")));
        });
        return given;
    }

    private QuestionId question(String id) {
        return triage.questionnaire().stream()
                .map(question -> question.id())
                .filter(known -> known.value().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "answers." + shown(id), "the id of a question in /api/triage/questionnaire", "saddle-numb"));
    }

    private static <E extends Enum<E>> E oneOf(
            String name, JsonNode value, List<E> constants, String expected, String example) {
        String word = value.isString() ? value.stringValue() : "";
        return constants.stream()
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(name, expected, example));
    }

    /** A field that is null was not told. */
    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
    }

    /** What somebody sent, cut so that an answer never grows with it. */
    private static String shown(String sent) {
        String plain = sent.replaceAll("[^\\p{L}\\p{N}_-]", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }

    static Set<String> fields(String... names) {
        return Arrays.stream(names).collect(Collectors.toUnmodifiableSet());
    }
}
