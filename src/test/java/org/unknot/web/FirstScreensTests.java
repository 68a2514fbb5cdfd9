package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.unknot.guidance.Guidance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the first screens promise, asked over real HTTP: the same for everybody, small, and complete on the phone. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FirstScreensTests {

    private static final int HOME_BUDGET_BYTES = 40 * 1024;
    private static final int PAGE_BUDGET_BYTES = 90 * 1024;
    private static final Pattern LOADED_AT_ONCE = Pattern.compile("(?:href|src)=\"(/a/[^\"]+\\.(?:css|js|svg))\"");
    private static final Pattern SCREEN_WORKER_LIST = Pattern.compile("^self\\.UNKNOT = (.*);\\n");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Guidance guidance;

    @Test
    void everythingThatThePhoneKeepsIsThereAndBelongsToNobody() throws Exception {
        for (String address : kept()) {
            HttpResponse<byte[]> answer = get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(address).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .doesNotContain("no-store");
        }
    }

    @Test
    void aBrowserThatHasThisBuildIsToldSo() throws Exception {
        for (String path :
                List.of("/", "/call-now", "/doctor-first", "/lie", "/emergency", "/doctor", "/ease/leaning")) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).as(path).isEmpty();
        }
    }

    @Test
    void homeWithAllItLoadsFitsFortyKibibytes() throws Exception {
        assertThat(bytesOverTheWire("/")).isLessThan(HOME_BUDGET_BYTES);
    }

    @Test
    void everyFirstScreenFitsNinetyKibibytes() throws Exception {
        for (String path : List.of("/call-now", "/doctor-first", "/lie", "/emergency", "/doctor", "/ease/leaning")) {
            assertThat(bytesOverTheWire(path)).as(path).isLessThan(PAGE_BUDGET_BYTES);
        }
    }

    @Test
    void theWayToHelpStandsAtTheSamePlaceOnEveryPage() throws Exception {
        for (String path : List.of("/", "/call-now", "/doctor-first", "/lie", "/emergency", "/doctor", "/offline")) {
            assertThat(new String(get(path).body()))
                    .as(path)
                    .containsPattern("(?s)<header class=\"masthead\">.*href=\"/emergency\".*</header>");
        }
    }

    @Test
    void withoutACountryTheEmergencyPageGuessesNoNumber() throws Exception {
        assertThat(guidance.localePack()).isEmpty();
        assertThat(new String(get("/emergency").body()))
                .contains("Call your local emergency number")
                .doesNotContain("tel:");
    }

    @Test
    void anUnknownPositionIsNotThere() throws Exception {
        assertThat(get("/ease/headstand").statusCode()).isEqualTo(404);
    }

    private long bytesOverTheWire(String path) throws Exception {
        HttpResponse<byte[]> page = get(path, "Accept-Encoding", "gzip");
        long bytes = page.body().length + get(font()).body().length;
        for (String file : LOADED_AT_ONCE
                .matcher(new String(get(path).body()))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            bytes += get(file, "Accept-Encoding", "gzip").body().length;
        }
        return bytes;
    }

    private String font() throws Exception {
        return kept().stream()
                .filter(address -> address.endsWith(".woff2"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kept() throws Exception {
        var list = SCREEN_WORKER_LIST.matcher(new String(get("/sw.js").body()));
        assertThat(list.find()).isTrue();
        JsonNode build = JsonMapper.shared().readTree(list.group(1));
        List<String> addresses = new ArrayList<>();
        build.get("pages").forEach(page -> addresses.add(page.asString()));
        build.get("files").forEach(file -> addresses.add(file.asString()));
        return addresses;
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "*/*");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }
}
