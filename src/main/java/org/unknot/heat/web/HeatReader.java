package org.unknot.heat.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.unknot.heat.Course;
import org.unknot.heat.Way;
import org.unknot.heat.Wish;
import org.unknot.shared.Answer;
import org.unknot.shared.BadInput;
import org.unknot.shared.PhoneTime;
import org.unknot.shared.QuestionId;
import tools.jackson.databind.JsonNode;

/** Reads a course from JSON and says which field is wrong. Fields it does not know are left alone. */
final class HeatReader {

    private HeatReader() {}

    /**
     * What a phone says.
     *
     * @param offline whether the course began without asking us
     */
    record Told(
            Wish wish,
            boolean offline,
            Optional<Instant> startedAt,
            Optional<Course.End> end,
            Optional<Course.Skin> skin,
            Optional<Instant> sentAt) {}

    static Told read(JsonNode body) {
        if (!body.isObject()) {
            throw new BadInput("body", "an object", "{\"way\": \"pack\", \"minutes\": 15, \"answers\": {}}");
        }
        boolean offline = body.path("offline").asBoolean(false);
        Optional<Instant> startedAt = time(body.path("startedAt"), "startedAt");
        if (offline && startedAt.isEmpty()) {
            throw new BadInput("startedAt", "a time in UTC", PhoneTime.EXAMPLE);
        }
        return new Told(
                wish(body),
                offline,
                startedAt,
                end(body.path("end")),
                skin(body.path("skin")),
                time(body.path("clock").path("sentAt"), "clock.sentAt"));
    }

    private static Wish wish(JsonNode body) {
        Way way = Way.of(body.path("way").stringValue(""))
                .orElseThrow(() -> new BadInput("way", "pack, shower or bath", "pack"));
        JsonNode minutes = body.path("minutes");
        if (!minutes.isInt() || !Wish.LENGTHS.contains(minutes.intValue())) {
            throw new BadInput("minutes", "15 or 20", "15");
        }
        Map<QuestionId, Answer> answers = new HashMap<>();
        for (QuestionId question : Wish.QUESTIONS) {
            answers.put(question, answer(body.path("answers").path(question.value()), "answers." + question.value()));
        }
        return new Wish(way, minutes.intValue(), answers);
    }

    private static Answer answer(JsonNode node, String field) {
        for (Answer answer : Answer.values()) {
            if (answer.word().equals(node.stringValue(""))) {
                return answer;
            }
        }
        throw new BadInput(field, "yes, no or unsure", "no");
    }

    private static Optional<Course.End> end(JsonNode end) {
        if (!end.isObject()) {
            return Optional.empty();
        }
        Course.How how = Course.How.of(end.path("how").stringValue(""))
                .orElseThrow(() -> new BadInput("end.how", "time, stopped or too-hot", "stopped"));
        Instant at = time(end.path("at"), "end.at")
                .orElseThrow(() -> new BadInput("end.at", "a time in UTC", PhoneTime.EXAMPLE));
        return Optional.of(new Course.End(at, how));
    }

    private static Optional<Course.Skin> skin(JsonNode skin) {
        if (skin.isMissingNode() || skin.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                Course.Skin.of(skin.stringValue("")).orElseThrow(() -> new BadInput("skin", "fine or red", "fine")));
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(PhoneTime.read(node.stringValue(""), field));
    }
}
