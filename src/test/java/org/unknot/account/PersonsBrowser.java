package org.unknot.account;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser without JavaScript: keeps cookies, sends Origin, follows no redirect by itself. */
final class PersonsBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String origin;

    PersonsBrowser(int port) {
        base = "http://localhost:" + port;
        origin = base;
    }

    /** Another site's page sends what follows. */
    PersonsBrowser from(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Names and values in turn. */
    HttpResponse<String> post(String path, String... fields) throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(form.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens the page of a mailed link and presses its button. */
    HttpResponse<String> press(String link) throws Exception {
        Matcher token = TOKEN.matcher(get(link).body());
        return post("/sign-in/link", "token", token.find() ? token.group(1) : "");
    }

    /** Signs in by a link to that address, all of it in this browser. */
    void signInByLink(String address, int letters) throws Exception {
        post("/sign-in", "email", address);
        HttpResponse<String> pressed = press(Mailbox.link(address, letters));
        if (pressed.statusCode() != 302) {
            throw new AssertionError(pressed.statusCode() + " " + pressed.body());
        }
    }

    void put(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local"); // what CookieManager makes of localhost
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }
}
