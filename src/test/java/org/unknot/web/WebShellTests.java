package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.unknot.content.Readability;

/** What the shell promises on every address, asked over real HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WebShellTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Assets assets;

    @Test
    void lookingSetsNoCookie() throws Exception {
        for (String path : new String[] {"/", "/privacy", "/emergency", "/nothing-here", "/livez"}) {
            assertThat(get(path, "text/html").headers().firstValue("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/call-now",
                "/doctor-first",
                "/lie",
                "/emergency",
                "/doctor",
                "/privacy",
                "/offline",
                "/nothing-here"
            })
    void aPageOfAHundredWordsReadsAtGradeSevenOrBelow(String path) throws Exception {
        Readability readability = Readability.withNamedTerms();
        String html = get(path, "text/html").body();
        String text = html.substring(html.indexOf("<main"))
                .replaceAll("<[^>]+>", "\n")
                .replaceAll("&[a-z]+;|&#\\d+;", " ");
        assertThat(readability.words(text)).isNotEmpty();
        assertThat(readability.words(text).size() < 100 || readability.grade(text) <= 7)
                .as("grade %.1f", readability.grade(text))
                .isTrue();
    }

    @Test
    void everyAnswerForbidsForeignAndInlineScript() throws Exception {
        for (String path : new String[] {"/", "/nothing-here", "/livez"}) {
            HttpResponse<String> answer = get(path, "text/html");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void whatIsNotThereIsSaidInWordsToPeopleAndInJsonToPrograms() throws Exception {
        HttpResponse<String> page = get("/nothing-here", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Nothing here").doesNotContain("Exception", "Whitelabel");
        HttpResponse<String> json = get("/api/nothing-here", "*/*");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void anotherSiteCannotMakeABrowserChangeAnything() throws Exception {
        assertThat(post("/erasure", "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(post("/erasure", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(post("/erasure", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(post("/erasure", "Cookie", "unknot_guest=x").statusCode()).isEqualTo(403);
        assertThat(post("/erasure", "Origin", "http://localhost:" + port).statusCode())
                .isEqualTo(302);
        assertThat(post("/erasure", "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(302);
    }

    @Test
    void aBodyBeyondAllReasonIsRefusedBeforeItIsRead() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(address("/api/nothing-here"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[600 * 1024]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void staticFilesMayBeKeptForEver() throws Exception {
        HttpResponse<String> script = get(assets.address("js/app.js"), "*/*");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(script.headers().map())
                .containsKeys("content-security-policy", "x-content-type-options")
                .doesNotContainKeys("permissions-policy", "cross-origin-opener-policy");
        assertThat(get("/", "text/html").headers().map())
                .containsKeys("permissions-policy", "cross-origin-opener-policy", "referrer-policy");
        assertThat(get("/a/000000000000/js/app.js", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimeMachineIsNotThereUnlessAskedFor() throws Exception {
        assertThat(get("/time-machine", "text/html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address(path)).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String header, String value)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address(path))
                        .header(header, value)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
