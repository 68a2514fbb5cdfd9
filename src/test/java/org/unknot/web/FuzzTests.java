package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends every route what nobody of good will sends, as nobody and as a guest. No answer is a failure of ours, repeats what was sent
 * so that a browser would run it, tells of our insides, or takes longer than two seconds. The seed is printed; give it with
 * {@code -Dunknot.fuzz-seed} to see the same again.
 */
@Tag("slow")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.limits=off", "server.address=127.0.0.1", "unknot.time-machine=false"})
class FuzzTests {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration ALTOGETHER = Duration.ofSeconds(35);
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern FIELD = Pattern.compile("name=\"([a-zA-Z0-9-]+)\"");
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|org\\.unknot|org\\.spring|org\\.apache|java\\.(lang|util|io)\\.|at [a-z]+\\.[a-z.]+\\(|PSQL|SQLSTATE|jakarta\\.|tools\\.jackson");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    private final List<String> found = new ArrayList<>();
    private int sent;

    @Test
    void noRouteFailsRepeatsTellsOrHangs() throws Exception {
        long seed = Long.getLong("unknot.fuzz-seed", new Random().nextLong());
        System.out.println("-- fuzz seed " + seed);
        Hostile hostile = new Hostile(new Random(seed));
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(40);
        List<String> names = names();
        String cookie = guestCookie();
        long end = System.nanoTime() + ALTOGETHER.toNanos();
        int round = 0;
        while (System.nanoTime() < end && found.size() < 20) {
            for (Route route : routes) {
                if (System.nanoTime() > end) {
                    break;
                }
                send(route, hostile, names, round % 2 == 0 ? cookie : "");
            }
            round++;
        }
        System.out.println("-- " + sent + " requests in " + round + " rounds over " + routes.size() + " routes");
        assertThat(round).as("every route at least ten times").isGreaterThan(10);
        assertThat(found).as("seed %d", seed).isEmpty();
    }

    private record Route(String method, String pattern) {}

    /** All controllers, and what is served without one. */
    private List<Route> routes() {
        Set<Route> routes = new LinkedHashSet<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().forEach(pattern -> {
                    Set<String> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                    (methods.isEmpty() ? Set.of("GET", "POST") : methods)
                            .forEach(method -> routes.add(new Route(method, pattern)));
                }));
        Stream.of(
                        "/a/{hash}/js/{file}",
                        "/a/{hash}/{file}",
                        "/livez",
                        "/readyz",
                        "/actuator/{any}",
                        "/login/{any}",
                        "/webauthn/{any}",
                        "/{any}")
                .forEach(pattern -> routes.add(new Route("GET", pattern)));
        return List.copyOf(routes);
    }

    /** Of fields in forms and parameters of methods, so that more than the first check is reached. */
    private List<String> names() throws Exception {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                FIELD.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(names::add);
            }
        }
        mapping.getHandlerMethods().values().forEach(handler -> {
            for (Parameter parameter : handler.getMethod().getParameters()) {
                RequestParam named = parameter.getAnnotation(RequestParam.class);
                if (named != null) {
                    names.add(named.name().isEmpty() ? parameter.getName() : named.name());
                }
            }
        });
        assertThat(names).hasSizeGreaterThan(10);
        return List.copyOf(names);
    }

    private String guestCookie() throws Exception {
        String set = RawHttp.to(port)
                .post("/lie", "application/x-www-form-urlencoded", "position=back")
                .header("Set-Cookie")
                .orElseThrow();
        return "Cookie: " + set.substring(0, set.indexOf(';')) + "\r\nOrigin: http://localhost:" + port + "\r\n";
    }

    private void send(Route route, Hostile hostile, List<String> names, String cookie) throws Exception {
        String path = VARIABLE.matcher(route.pattern().replace("/**", "/{any}"))
                .replaceAll(variable -> Matcher.quoteReplacement(hostile.id()));
        boolean unusual = hostile.one(List.of(false, false, false, true));
        String method = unusual ? hostile.one(Hostile.METHODS) : route.method();
        String query = hostile.one(
                List.of("", "", "?" + hostile.form(names), "?" + hostile.value().replaceAll("[\\s\u0000]", "")));
        String type = hostile.one(
                List.of("application/json", "application/x-www-form-urlencoded", hostile.one(Hostile.TYPES)));
        String body = Set.of("GET", "HEAD").contains(method)
                ? ""
                : type.contains("json") ? hostile.json() : hostile.form(names);
        String odd = hostile.one(List.of("", "", hostile.header() + "\r\n"));
        String accept = hostile.one(List.of("Accept: text/html\r\n", "Accept: application/json\r\n", ""));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = bytes.length == 0 && !method.startsWith("P")
                ? ""
                : "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n";
        String request = method + " " + path + query + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + cookie + accept
                + odd + length + "Connection: close\r\n\r\n" + body;
        long began = System.nanoTime();
        RawHttp.Answer answer = RawHttp.to(port).send(request.getBytes(StandardCharsets.UTF_8));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        sent++;
        judge(request, answer, took);
    }

    private void judge(String request, RawHttp.Answer answer, Duration took) {
        Matcher insides = INSIDES.matcher(answer.body());
        // 501 is Tomcat's own and right answer to CONNECT and to an encoding of the transfer that nobody knows (RFC
        // 9110, 9112)
        if (answer.status() >= 500 && answer.status() != 501) {
            report("status " + answer.status(), request, answer);
        } else if (took.compareTo(LONGEST) > 0 && !waitsForMore(request)) {
            report("took " + took, request, answer);
        } else if (answer.body().contains("<zq7") || answer.head().contains("<zq7")) {
            report("repeats what was sent", request, answer);
        } else if (answer.head().contains("\nX-Zq7")) {
            report("a header of the sender's", request, answer);
        } else if (answer.header("Location")
                .filter(to -> to.matches("(?i)(https?:)?[/\\\\]{2}.*evil.*|javascript:.*"))
                .isPresent()) {
            report("leads elsewhere", request, answer);
        } else if (insides.find() && !answer.header("Content-Type").orElse("").contains("javascript")) {
            report("tells of our insides: " + insides.group(), request, answer);
        }
    }

    /** Whoever announces more than they send is waited for, as long as the server waits for anybody. */
    private static boolean waitsForMore(String request) {
        return request.contains("Content-Length: 9999")
                || request.contains("Transfer-Encoding")
                || request.contains("Content-Length: 5");
    }

    private void report(String what, String request, RawHttp.Answer answer) {
        found.add(
                what + "\n" + shortened(request) + "\n-> " + shortened(answer.head() + "\n\n" + answer.body()) + "\n");
    }

    private static String shortened(String text) {
        return text.length() > 900 ? text.substring(0, 900) + "…" : text;
    }
}
