package org.unknot.session;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One guest's phone as a program: its cookie, and what it says to the server over real HTTP. */
final class GuestPhone {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    GuestPhone(int port) {
        base = "http://localhost:" + port;
    }

    /** Answers every question of the questionnaire with no, and that every position can be taken. */
    void answerNoToEverything() throws Exception {
        ObjectNode answers = JSON.createObjectNode();
        for (JsonNode question : questionnaire().path("questions")) {
            String id = question.path("id").stringValue("");
            answers.put(id, id.startsWith("can-lie-") ? "yes" : "no");
        }
        answer(answers);
    }

    /** Answers these; the rest stays as it was. */
    void answer(ObjectNode answers) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.put("age", 35).put("pain", 4).put("durationDays", 1).set("answers", answers);
        HttpResponse<String> answered = send("POST", "/api/answers", body.toString());
        if (answered.statusCode() != 200) {
            throw new AssertionError(answered.statusCode() + " " + answered.body());
        }
    }

    private JsonNode questionnaire() throws Exception {
        return JSON.readTree(send("GET", "/api/triage/questionnaire", null).body());
    }

    /** Begins a session of today's plan. */
    JsonNode begin() throws Exception {
        HttpResponse<String> begun = send("POST", "/sessions", "");
        String location = begun.headers().firstValue("Location").orElse("");
        if (begun.statusCode() / 100 != 3 || !location.contains("/sessions/")) {
            throw new AssertionError("No session begun: " + begun.statusCode() + " " + location);
        }
        String id = location.substring(location.lastIndexOf('/') + 1);
        return JSON.readTree(send("GET", "/api/scripts/" + id, null).body());
    }

    /** A record in which every hold was held to its end. */
    static ObjectNode everythingDone(JsonNode script) {
        ObjectNode body = JSON.createObjectNode();
        body.put("script", script.path("id").stringValue(""));
        body.put("revision", script.path("revision").stringValue(""));
        body.put("startedAt", "2026-11-22T08:00:00Z");
        var events = body.putArray("events");
        events.addObject().put("n", 1).put("atMs", 0).put("type", "start");
        long at = 0;
        for (JsonNode step : script.path("steps")) {
            at += step.path("seconds").intValue() * 1000L;
            ObjectNode done = events.addObject();
            done.put("n", events.size()).put("atMs", at).put("type", "done");
            done.put("step", step.path("id").stringValue(""));
            if (step.path("role").stringValue("").equals("hold")) {
                done.put("heldMs", step.path("seconds").intValue() * 1000L);
            }
        }
        return body;
    }

    HttpResponse<String> put(UUID record, JsonNode body) throws Exception {
        return send("PUT", "/api/records/" + record, body.toString());
    }

    HttpResponse<String> send(String method, String path, @org.jspecify.annotations.Nullable String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", base)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
