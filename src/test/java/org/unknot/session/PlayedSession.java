package org.unknot.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.unknot.program.SessionReport.ItemOutcome;
import org.unknot.program.StepOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A session as a file of {@code player-fixtures} tells it: what was played, what happened, and what both sides must make of it. */
record PlayedSession(JsonNode told) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static PlayedSession read(String text) {
        return new PlayedSession(JSON.readTree(text));
    }

    Script script() {
        return JSON.treeToValue(told.path("script"), Script.class);
    }

    SessionRecord run() {
        ObjectNode body = JSON.createObjectNode();
        body.put("script", told.path("script").path("id").stringValue(""));
        body.put("revision", told.path("script").path("revision").stringValue(""));
        body.put("startedAt", "2026-11-22T08:00:00Z");
        body.set("events", told.path("events"));
        body.set("before", told.path("before"));
        return RecordReader.read(UUID.randomUUID(), body);
    }

    /** As the server adds it up. */
    JsonNode held() {
        return JSON.readTree(JSON.writeValueAsString(HeldSeconds.of(script(), run().events())));
    }

    JsonNode expectedHeld() {
        return told.path("expected").path("heldSeconds");
    }

    /** By exercise, as the server finds them. */
    Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (ItemOutcome item : Outcomes.of(script(), run())) {
            outcomes.put(item.exercise().value(), word(item.outcome()));
        }
        return outcomes;
    }

    Map<String, String> expectedOutcomes() {
        Map<String, String> expected = new LinkedHashMap<>();
        told.path("expected").path("outcomes").properties().forEach(outcome -> {
            String word = outcome.getValue().path("outcome").stringValue("");
            String to = outcome.getValue().path("to").stringValue("");
            expected.put(outcome.getKey(), word.equals("eased") ? "eased to " + to : word);
        });
        return expected;
    }

    private static String word(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done done -> "done";
            case StepOutcome.EasedOff eased -> "eased to " + eased.to().value();
            case StepOutcome.StoppedForPain stopped -> "stopped";
            case StepOutcome.Skipped skipped -> "skipped";
        };
    }
}
