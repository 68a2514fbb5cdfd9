package org.unknot.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.figure.Build;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.guidance.EasePosition;
import org.unknot.guidance.Guidance;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the service worker with this build's list of what to keep on the phone in front of it. The list names the build, so a
 * browser that compares the bytes of the worker sees every change of a page, a word or a file.
 */
@Door(Door.For.ANYONE)
@RestController
class FirstScreensOffline {

    /** Complete without a network from the first visit on; each is the same for everybody. */
    private static final List<String> PAGES = List.of(
            "/",
            "/call-now",
            "/doctor-first",
            "/lie",
            "/emergency",
            "/doctor?level=same-day",
            "/doctor?level=within-days",
            "/offline",
            "/play",
            "/danger.json",
            "/heat",
            "/heat/courses/new",
            "/quiet",
            "/sleep/tonight");

    private static final String[] FILES = {
        "css/index.css",
        "css/modules/player*.css",
        "css/modules/timer.css",
        "css/modules/tonight.css",
        "js/**/*.js",
        "icons/*.svg",
        "vendor/**/basic.woff2"
    };
    private static final String DEMO = "css/modules/demo.css";
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final FirstScreensBuild build;
    private final JsonMapper json;
    private final String code;
    private final List<String> pages;

    /** Whoever changes the build of their pictures gets the screens kept anew. */
    private final Map<Build, List<String>> files = new EnumMap<>(Build.class);

    FirstScreensOffline(
            Assets assets,
            FirstScreensBuild build,
            Guidance guidance,
            Figures figures,
            JsonMapper json,
            @Value("${unknot.demo}") boolean demo)
            throws IOException {
        this.build = build;
        this.json = json;
        code = new ClassPathResource("static/js/offline/worker.js").getContentAsString(StandardCharsets.UTF_8);
        pages = pages(guidance);
        List<String> everybodys = files(assets, demo ? Stream.of(DEMO) : Stream.empty());
        for (Build chosen : Build.values()) {
            files.put(
                    chosen,
                    Stream.concat(everybodys.stream(), samples(guidance, figures, chosen))
                            .toList());
        }
    }

    /** How the positions of ease move, for the player. */
    private static Stream<String> samples(Guidance guidance, Figures figures, Build build) {
        return guidance.easePositions().stream()
                .map(position -> "ease-" + position.id())
                .filter(id -> figures.has(new FigureId(id)))
                .map(id -> "/f/" + figures.version() + "/" + id + "-" + build.word() + ".json");
    }

    private static List<String> pages(Guidance guidance) {
        Stream<String> ease = guidance.easePositions().stream()
                .map(EasePosition::id)
                .flatMap(id -> Stream.of("/ease/" + id, "/scripts/ease-" + id + ".json"));
        return Stream.concat(PAGES.stream(), ease).toList();
    }

    private static List<String> files(Assets assets, Stream<String> more) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<String> addresses = new ArrayList<>();
        for (String pattern : Stream.concat(Stream.of(FILES), more).toList()) {
            for (Resource file : resolver.getResources("classpath:static/" + pattern)) {
                String address = file.getURL().toString();
                String path = address.substring(address.indexOf("/static/") + "/static/".length());
                if (!path.startsWith("js/offline/")) {
                    addresses.add(assets.address(path));
                }
            }
        }
        return addresses.stream().sorted().toList();
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> worker(Build chosen) {
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(worker(build.version(chosen), files.getOrDefault(chosen, List.of())));
    }

    private String worker(String version, List<String> kept) {
        String list = json.writeValueAsString(
                Map.of("version", version, "pages", pages, "files", kept, "offline", "/offline"));
        return "self.UNKNOT = " + list + ";\n" + code;
    }
}
