package org.unknot.account;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A browser without JavaScript: its own cookies, pages and forms over real HTTP; follows no redirect by itself. */
public final class AnyPhone {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    public AnyPhone(int port) {
        base = "http://localhost:" + port;
    }

    /** One on which every question was answered with no, so that there is a plan. */
    public static AnyPhone withPlan(int port) {
        AnyPhone phone = new AnyPhone(port);
        ObjectNode answers = JSON.createObjectNode();
        JsonNode questions =
                JSON.readTree(phone.get("/api/triage/questionnaire").body());
        for (JsonNode question : questions.path("questions")) {
            String id = question.path("id").stringValue("");
            answers.put(id, id.startsWith("can-lie-") ? "yes" : "no");
        }
        ObjectNode body = JSON.createObjectNode();
        body.put("age", 35).put("pain", 4).put("durationDays", 1).set("answers", answers);
        HttpResponse<String> told = phone.send(phone.to("/api/answers")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        if (told.statusCode() != 200) {
            throw new AssertionError(told.statusCode() + " " + told.body());
        }
        return phone;
    }

    /** With the session of somebody who has signed in. */
    public AnyPhone signedInAs(SignedInAs.Somebody somebody) {
        HttpCookie session = new HttpCookie("unknot_session", somebody.cookie());
        session.setPath("/");
        session.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), session);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** As a form. */
    public HttpResponse<String> post(String path, String form) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** As JSON. */
    public HttpResponse<String> put(String path, String json) {
        return send(to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** What a form without fields answers, as it is. */
    public HttpResponse<byte[]> download(String path) {
        return send(to(path).POST(BodyPublishers.noBody()), BodyHandlers.ofByteArray());
    }

    /** What an address answers, as it is: a picture, a file to print. */
    public HttpResponse<byte[]> file(String path) {
        return send(to(path).GET(), BodyHandlers.ofByteArray());
    }

    /** The files of a zip, by name. */
    public static Map<String, String> unzipped(byte[] zip) {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    /** What this phone sends as {@code Cookie}, by name and value. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("Origin", base);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
        try {
            return http.send(request.build(), as);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
