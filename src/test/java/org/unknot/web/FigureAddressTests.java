package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.unknot.exercise.Catalogue;
import org.unknot.figure.Build;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures by address, over real HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FigureAddressTests {

    private static final int SAMPLES_BUDGET_BYTES = 6 * 1024;
    private static final int STILL_BUDGET_BYTES = 2 * 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Figures figures;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Guidance guidance;

    @Test
    void aStillMayBeKeptForEverAndBelongsToNobody() throws Exception {
        HttpResponse<byte[]> answer = send("/f/" + figures.version() + "/knee-to-chest/hold-left.svg", "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("image/svg+xml");
        assertThat(header(answer, "Cache-Control")).contains("immutable", "public", "max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(new String(answer.body()))
                .startsWith("<svg ")
                .contains("role=\"img\"", "<title")
                .doesNotContain("<script");
    }

    @Test
    void aPictureMayShowItsOwnStyleAndNothingElse() throws Exception {
        HttpResponse<byte[]> answer = send("/f/" + figures.version() + "/knee-to-chest/hold-left.svg", "*/*");

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void eachBuildAndSideIsAnotherPicture() throws Exception {
        List<String> pictures = List.of(
                text("/knee-to-chest/hold-left.svg"),
                text("/knee-to-chest/hold-right.svg"),
                text("/knee-to-chest/hold-left-soft.svg"),
                text("/knee-to-chest/hold-left-slim.svg"));

        assertThat(pictures).doesNotHaveDuplicates();
        assertThat(text("/knee-to-chest/hold-left-middle.svg")).isEqualTo(pictures.getFirst());
    }

    @Test
    void samplesSayWhatTheyAreOf() throws Exception {
        JsonNode samples = JsonMapper.shared().readTree(text("/knee-to-chest-left-soft.json"));

        assertThat(samples.path("v").asInt()).isEqualTo(1);
        assertThat(samples.path("id").asString()).isEqualTo("knee-to-chest");
        assertThat(samples.path("side").asString()).isEqualTo("left");
        assertThat(samples.path("build").asString()).isEqualTo("soft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/headstand/hold.svg",
                "/knee-to-chest/hold.svg",
                "/knee-to-chest/headstand-left.svg",
                "/press-up/hold-left.svg",
                "/Knee/hold.svg",
                "/headstand.json",
                "/knee-to-chest.json",
                "/press-up-left.json"
            })
    void whatIsNotThereIsToldInWords(String path) throws Exception {
        HttpResponse<byte[]> answer = send("/f/" + figures.version() + path, "*/*");

        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(new String(answer.body())).contains("Nothing here");
        assertThat(header(answer, "Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void anAddressOfAnOlderVersionLeadsToTodaysPicture() throws Exception {
        for (String rest : List.of("/knee-to-chest/hold-left-soft.svg", "/knee-to-chest-left.json")) {
            HttpResponse<byte[]> answer = send("/f/000000" + rest, "*/*");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(header(answer, "Location")).isEqualTo("/f/" + figures.version() + rest);
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        }
        assertThat(send("/f/000000/headstand/hold.svg", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void everyStillAndEveryMovementIsSmallOverTheWire() throws Exception {
        for (FigureId id : figures.all()) {
            for (String build : List.of("", "-soft")) {
                String side = figures.figure(id).sided() ? "-left" : "";
                byte[] samples = get("/" + id.value() + side + build + ".json").body();
                assertThat(samples.length).as(id.value() + " samples").isLessThanOrEqualTo(SAMPLES_BUDGET_BYTES);
                for (var keyframe : figures.figure(id).keyframes()) {
                    byte[] still = get("/" + id.value() + "/" + keyframe.id() + side + build + ".svg")
                            .body();
                    assertThat(still.length)
                            .as(id.value() + " " + keyframe.id())
                            .isLessThanOrEqualTo(STILL_BUDGET_BYTES);
                }
            }
        }
    }

    @Test
    void whateverIsOfferedToDoHasAPicture() {
        assertThat(catalogue.all())
                .allMatch(exercise -> figures.has(new FigureId(exercise.id().value())));
        assertThat(guidance.easePositions()).allMatch(position -> figures.has(new FigureId("ease-" + position.id())));
        assertThat(guidance.sleepPositions()).allMatch(position -> figures.has(new FigureId("sleep-" + position.id())));
        assertThat(guidance.topics().stream().map(Topic::pictures).flatMap(List::stream))
                .isNotEmpty()
                .allMatch(figure -> figures.has(new FigureId(figure)));
        assertThat(List.of("walking", "hook-lying", "heat-side", "heat-belly", "stand-up", "lie-down"))
                .allMatch(figure -> figures.has(new FigureId(figure)));
        assertThat(Build.values()).hasSize(3);
    }

    private String text(String path) throws Exception {
        HttpResponse<byte[]> answer = send("/f/" + figures.version() + path, "*/*");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body());
    }

    /** As browsers ask: compressed. */
    private HttpResponse<byte[]> get(String path) throws Exception {
        return send("/f/" + figures.version() + path, "image/svg+xml,*/*;q=0.8", "Accept-Encoding", "gzip");
    }

    private HttpResponse<byte[]> send(String path, String accept, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accept);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
