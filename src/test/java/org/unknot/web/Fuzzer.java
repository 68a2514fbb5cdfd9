package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends routes what nobody of good will sends, again and again, and judges the answers. */
final class Fuzzer {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern FIELD = Pattern.compile("name=\"([a-zA-Z0-9-]+)\"");
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|org\\.unknot|org\\.spring|org\\.apache|java\\.(lang|util|io)\\.|at [a-z]+\\.[a-z.]+\\(|PSQL|SQLSTATE|jakarta\\.|tools\\.jackson");

    private final int port;
    private final RequestMappingHandlerMapping mapping;
    private final Hostile hostile;
    private final long seed;
    private final List<String> found = new ArrayList<>();
    private int sent;
    private int answered;

    /** @param ids of what is there, besides made-up ones */
    Fuzzer(int port, RequestMappingHandlerMapping mapping, List<String> ids) {
        this.port = port;
        this.mapping = mapping;
        seed = Long.getLong("unknot.fuzz-seed", new Random().nextLong());
        System.out.println("-- fuzz seed " + seed);
        hostile = new Hostile(new Random(seed), ids);
    }

    /** For {@code bin/bench fuzz}, which takes longer. */
    static Duration lasting(int seconds) {
        return Duration.ofSeconds(Long.getLong("unknot.fuzz-seconds", seconds));
    }

    /** The first and some others in a test run, all of them where there is time. */
    List<String> some(List<String> ids, int most) {
        List<String> others = new ArrayList<>(ids.subList(1, ids.size()));
        Collections.shuffle(others, new Random(seed));
        int kept = Long.getLong("unknot.fuzz-seconds") == null ? Math.min(most, others.size()) : others.size();
        return Stream.concat(Stream.of(ids.getFirst()), others.stream().limit(kept))
                .toList();
    }

    long seed() {
        return seed;
    }

    List<String> found() {
        return found;
    }

    /** How many were taken for good, so that it is not only the first check that was tried. */
    int answered() {
        return answered;
    }

    /**
     * Goes round and round the routes.
     *
     * @param headers of who sends, for each round
     * @return how often it went round
     */
    int run(Duration lasts, Predicate<String> routesWanted, IntFunction<String> headers) throws Exception {
        List<Route> routes = routes().stream()
                .filter(route -> routesWanted.test(route.pattern()))
                .toList();
        assertThat(routes).hasSizeGreaterThan(40);
        List<String> names = names();
        long end = System.nanoTime() + lasts.toNanos();
        int round = 0;
        while (System.nanoTime() < end && found.size() < 20) {
            String who = headers.apply(round);
            for (Route route : routes) {
                if (System.nanoTime() > end) {
                    break;
                }
                send(route, names, who);
            }
            round++;
        }
        System.out.println("-- " + sent + " requests in " + round + " rounds over " + routes.size() + " routes");
        return round;
    }

    /** @param names of the parameters that its method asks for */
    private record Route(String method, String pattern, List<String> names) {

        boolean takesSomething() {
            return !names.isEmpty() || pattern.contains("{");
        }
    }

    /** All controllers, and what is served without one. */
    private List<Route> routes() {
        Set<Route> routes = new LinkedHashSet<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().forEach(pattern -> {
                    Set<String> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                    (methods.isEmpty() ? Set.of("GET", "POST") : methods)
                            .forEach(method -> routes.add(new Route(method, pattern, parameters(handler))));
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
                .forEach(pattern -> routes.add(new Route("GET", pattern, List.of())));
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
        mapping.getHandlerMethods().values().forEach(handler -> names.addAll(parameters(handler)));
        assertThat(names).hasSizeGreaterThan(10);
        return List.copyOf(names);
    }

    private static List<String> parameters(HandlerMethod handler) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            if (named != null) {
                names.add(named.name().isEmpty() ? parameter.getName() : named.name());
            }
        }
        return names;
    }

    /**
     * Each of these ids once in every place of every route that takes something, as a browser of good manners would send it; the
     * first in any case, the others while there is time.
     */
    void sweep(Duration lasts, Predicate<String> routesWanted, Supplier<String> headers, List<String> ids)
            throws Exception {
        long end = System.nanoTime() + lasts.toNanos();
        for (String id : ids) {
            if (!id.equals(ids.getFirst()) && System.nanoTime() > end) {
                break;
            }
            String who = headers.get();
            for (Route route : routes()) {
                if (route.takesSomething() && routesWanted.test(route.pattern())) {
                    sweep(route, who, id);
                }
            }
        }
    }

    private void sweep(Route route, String who, String id) throws Exception {
        String path = VARIABLE.matcher(route.pattern().replace("/**", "/{any}")).replaceAll(id);
        String form = route.names().stream().map(name -> name + "=" + id).collect(Collectors.joining("&"));
        boolean reads = route.method().equals("GET");
        boolean json = route.pattern().startsWith("/api/");
        String body =
                reads ? "" : json ? "{\"id\":\"%1$s\",\"script\":\"%1$s\",\"kind\":\"bath\"}".formatted(id) : form;
        String query = reads && !form.isEmpty() ? "?" + form : "";
        String type = json ? "application/json" : "application/x-www-form-urlencoded";
        request(route.method(), path + query, who + "Accept: " + (json ? type : "text/html") + "\r\n", type, body);
    }

    private void request(String method, String path, String headers, String type, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String length = bytes.length == 0 && !method.startsWith("P")
                ? ""
                : "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n";
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + length
                + "Connection: close\r\n\r\n" + body;
        long began = System.nanoTime();
        RawHttp.Answer answer =
                RawHttp.to(port).send(request.getBytes(StandardCharsets.UTF_8), waitsForMore(request) ? 100 : 5000);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        sent++;
        answered += answer.status() >= 200 && answer.status() < 300 ? 1 : 0;
        judge(request, answer, took);
    }

    private void send(Route route, List<String> names, String cookie) throws Exception {
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
        request(method, path + query, cookie + accept + odd, type, body);
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
