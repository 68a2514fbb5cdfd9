package org.unknot.heat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.QuestionId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One guest's phone as a program: its cookie, and what it says about heat over real HTTP. */
final class HeatPhone {

    static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    HeatPhone(int port) {
        base = "http://localhost:" + port;
    }

    /** A guest to whom nothing speaks against heat. */
    static HeatPhone cleared(int port) throws Exception {
        HeatPhone phone = new HeatPhone(port);
        phone.tell("{}", 4);
        return phone;
    }

    /** Answers every question with no but these. */
    void tell(String others, int pain) throws Exception {
        ObjectNode answers = JSON.createObjectNode();
        JsonNode questions =
                JSON.readTree(send("GET", "/api/triage/questionnaire", null).body());
        for (JsonNode question : questions.path("questions")) {
            String id = question.path("id").stringValue("");
            answers.put(id, id.startsWith("can-lie-") ? "yes" : "no");
        }
        answers.setAll((ObjectNode) JSON.readTree(others));
        ObjectNode body = JSON.createObjectNode();
        body.put("age", 35).put("pain", pain).put("durationDays", 1).set("answers", answers);
        HttpResponse<String> answered = send("POST", "/api/answers", body.toString());
        if (answered.statusCode() != 200) {
            throw new AssertionError(answered.statusCode() + " " + answered.body());
        }
    }

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** Everything before heat denied. */
    static ObjectNode wish(String way, int minutes) {
        ObjectNode body = JSON.createObjectNode();
        body.put("way", way).put("minutes", minutes);
        ObjectNode answers = body.putObject("answers");
        for (QuestionId question : Wish.QUESTIONS) {
            answers.put(question.value(), "no");
        }
        return body;
    }

    HttpResponse<String> put(UUID id, JsonNode body) throws Exception {
        return send("PUT", "/api/heat/courses/" + id, body.toString());
    }

    static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null);
    }

    /** As a form without a script. */
    HttpResponse<String> post(String path, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", base)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, @Nullable String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                        .header("Origin", base)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
