package org.unknot.account;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** One request as a browser of ours sends it, redirects not followed. */
final class Knock {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Knock() {}

    /**
     * @param cookie the whole header; empty for none
     * @param body a form, or JSON where it begins with a brace
     */
    static HttpResponse<String> at(String base, String cookie, String method, String address, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address))
                .header("Origin", base)
                .header("Accept", address.startsWith("/api/") ? "application/json" : "text/html");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (body != null) {
            request.header(
                    "Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        }
        return HTTP.send(
                request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Where an answer leads, within our pages; empty where it leads nowhere. */
    static String to(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        return location.replaceFirst("^http://localhost:[0-9]+", "");
    }
}
