package org.unknot.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.unknot.program.SessionReport.After;
import org.unknot.program.SessionReport.Change;
import org.unknot.program.StepOutcome.Where;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.PhoneTime;
import tools.jackson.databind.JsonNode;

/**
 * Reads a record from JSON and says which field is wrong. Fields it does not know are left alone, because a newer phone may
 * send more and its facts are not to be refused for that.
 */
final class RecordReader {

    private static final int MOST_EVENTS = 5_000;
    private static final long LONGEST_MS = 7L * 24 * 60 * 60 * 1000;

    private RecordReader() {}

    static SessionRecord read(UUID id, JsonNode body) {
        if (!body.isObject()) {
            throw new BadInput("body", "an object", "{\"script\": \"…\", \"events\": []}");
        }
        return new SessionRecord(
                id,
                uuid(body, "script"),
                text(body, "revision", "revision", "9f2c1b", 200),
                time(body, "startedAt").orElseThrow(() -> new BadInput("startedAt", "a time", PhoneTime.EXAMPLE)),
                time(body, "finishedAt"),
                body.path("clock").isObject() ? time(body.path("clock"), "sentAt") : Optional.empty(),
                events(body.path("events")),
                body.path("before").isObject()
                        ? Optional.of(pain(body.path("before").path("pain"), "before.pain"))
                        : Optional.empty(),
                after(body.path("after")));
    }

    private static List<SessionRecord.Event> events(JsonNode events) {
        if (!events.isArray() || events.size() > MOST_EVENTS) {
            throw new BadInput("events", "a list of at most " + MOST_EVENTS + " events", "[]");
        }
        List<SessionRecord.Event> read = new ArrayList<>();
        for (JsonNode event : events) {
            read.add(event(event, "events[" + read.size() + "].", read.size() + 1));
        }
        return read;
    }

    private static SessionRecord.Event event(JsonNode event, String at, int expectedNumber) {
        if (wholeNumber(event, "n", at, 1, MOST_EVENTS) != expectedNumber) {
            throw new BadInput(at + "n", "numbers in order from 1", Integer.toString(expectedNumber));
        }
        return new SessionRecord.Event(
                expectedNumber,
                wholeNumber(event, "atMs", at, 0, LONGEST_MS),
                word(SessionRecord.Type.class, event.path("type"), at + "type"),
                optionalText(event, "step", at),
                isNothing(event.path("reason")) ? null : word(OnStop.Reason.class, event.path("reason"), at + "reason"),
                isNothing(event.path("pain")) ? null : pain(event.path("pain"), at + "pain"),
                isNothing(event.path("where")) ? null : word(Where.class, event.path("where"), at + "where"),
                isNothing(event.path("heldMs")) ? null : Long.valueOf(wholeNumber(event, "heldMs", at, 0, LONGEST_MS)),
                optionalText(event, "form", at));
    }

    private static Optional<After> after(JsonNode after) {
        if (isNothing(after)) {
            return Optional.empty();
        }
        return Optional.of(new After(
                word(Change.class, after.path("change"), "after.change"), pain(after.path("pain"), "after.pain")));
    }

    private static PainScore pain(JsonNode node, String field) {
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > 10) {
            throw new BadInput(field, "a whole number from 0 to 10", "4");
        }
        return new PainScore(node.intValue());
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String field) {
        String[] words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
        for (int i = 0; i < words.length; i++) {
            if (node.isString() && node.stringValue().equals(words[i])) {
                return type.getEnumConstants()[i];
            }
        }
        throw new BadInput(field, "one of " + Arrays.stream(words).collect(Collectors.joining(", ")), words[0]);
    }

    private static long wholeNumber(JsonNode parent, String name, String at, long min, long max) {
        JsonNode node = parent.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw new BadInput(at + name, "a whole number from " + min + " to " + max, Long.toString(min));
        }
        return node.longValue();
    }

    private static UUID uuid(JsonNode parent, String name) {
        String text = text(parent, name, name, "0190a8c0-0000-7000-8000-000000000000", 36);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new BadInput(name, "a UUID", "0190a8c0-0000-7000-8000-000000000000");
        }
    }

    private static Optional<Instant> time(JsonNode parent, String name) {
        return isNothing(parent.path(name))
                ? Optional.empty()
                : Optional.of(PhoneTime.read(text(parent, name, name, PhoneTime.EXAMPLE, 40), name));
    }

    private static @Nullable String optionalText(JsonNode parent, String name, String at) {
        return isNothing(parent.path(name)) ? null : text(parent, name, at + name, "knee-to-chest", 100);
    }

    private static String text(JsonNode parent, String name, String field, String example, int longest) {
        JsonNode node = parent.path(name);
        if (!node.isString()
                || node.stringValue().isBlank()
                || node.stringValue().length() > longest) {
            throw new BadInput(field, "a text of at most " + longest + " letters", example);
        }
        return node.stringValue();
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
