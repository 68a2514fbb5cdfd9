package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the player weighs over the wire, compressed as a browser gets it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlayerBytesTests {

    private static final int ALL_BUDGET_BYTES = 30 * 1024;
    private static final int BEFORE_START_BUDGET_BYTES = 14 * 1024;
    private static final int PAGE_BUDGET_BYTES = 90 * 1024;
    private static final String PAGE = "/ease/back-knees-up";

    private static final Pattern IMPORTED = Pattern.compile("\\bfrom \"\\./([\\w-]+\\.js)\"");
    private static final Pattern LATER = Pattern.compile("\\b(?:import|URL)\\(\"\\./([\\w-]+\\.js)\"");
    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"module\" src=\"(/a/[^\"]+/js/player/)player\\.js\"");
    private static final Pattern PRELOADED =
            Pattern.compile("<link rel=\"modulepreload\" href=\"/a/[^\"]+/([\\w-]+\\.js)\"");
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/a/[^\"]+\\.(?:css|js|svg|woff2))\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void whatIsNeededBeforeTheTapOnStartIsAskedForAtOnceAndIsSmall() throws Exception {
        Set<String> needed = reachable(Set.of("player.js"), IMPORTED);
        assertThat(preloaded()).as("no module waits for another").isEqualTo(without(needed, "player.js"));
        assertThat(bytes(needed)).isLessThan(BEFORE_START_BUDGET_BYTES);
    }

    @Test
    void allOfThePlayerFitsThirtyKibibytes() throws Exception {
        Set<String> all = reachable(Set.of("player.js"), IMPORTED, LATER);
        assertThat(all).contains("running.js", "machine.js", "wake-worker.js");
        assertThat(bytes(all)).isLessThan(ALL_BUDGET_BYTES);
    }

    @Test
    void thePageWithAllThatItLoadsBeforeTheTapFitsNinetyKibibytes() throws Exception {
        String page = new String(get(PAGE, "identity"));
        long bytes = get(PAGE, "gzip").length;
        for (String file : LOADED.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            bytes += get(file, "gzip").length;
        }
        assertThat(bytes).isLessThan(PAGE_BUDGET_BYTES);
    }

    private Set<String> reachable(Set<String> from, Pattern... ways) throws Exception {
        Set<String> found = new TreeSet<>(from);
        for (String module : from) {
            String script = new String(get(folder() + module, "identity"));
            Stream.of(ways)
                    .flatMap(way -> way.matcher(script).results())
                    .map(result -> result.group(1))
                    .forEach(found::add);
        }
        return found.size() == from.size() ? found : reachable(found, ways);
    }

    private Set<String> preloaded() throws Exception {
        List<String> names = PRELOADED
                .matcher(new String(get(PAGE, "identity")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        return new TreeSet<>(names);
    }

    private static Set<String> without(Set<String> all, String one) {
        Set<String> rest = new TreeSet<>(all);
        rest.remove(one);
        return rest;
    }

    private long bytes(Set<String> modules) throws Exception {
        long bytes = 0;
        for (String module : modules) {
            bytes += get(folder() + module, "gzip").length;
        }
        return bytes;
    }

    private String folder() throws Exception {
        var script = SCRIPT.matcher(new String(get(PAGE, "identity")));
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    private byte[] get(String path, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", encoding)
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
