package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.unknot.account.Cast.Who;

/**
 * Every route, asked for by everybody, on their own record, on one of somebody they have to do with, and on a stranger's, over real
 * HTTP. The file {@code authorization-matrix.csv} says what must come of it; a route without a line fails, and so does a line
 * without a route. What came out is written to {@code target/authorization-matrix.csv}, to compare.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.limits=off", "server.address=127.0.0.1", "unknot.time-machine=true"})
class AuthorizationMatrixTests {

    private static final Path MATRIX = Path.of("src/test/resources/authorization-matrix.csv");
    private static final Pattern OF_SOMEBODY =
            Pattern.compile("\\{(script|course|person|tie|offer|shared|link|device)}");
    private static final Path SEEN = Path.of("target/authorization-matrix.csv");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void everyRouteHasALineAndEveryLineARoute() throws IOException {
        Set<String> lines = lines().stream()
                .map(line -> line.split(";", -1)[0].strip())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lines)
                .as("routes without a line in %s, or the other way round", MATRIX)
                .isEqualTo(routes());
    }

    @Test
    void aRouteWithAnIdOfSomebodysIsAskedForOnAllThreeRecords() throws IOException {
        Map<String, Set<String>> records = rows().stream()
                .filter(row -> OF_SOMEBODY.matcher(row.address() + row.sample()).find())
                .collect(Collectors.groupingBy(Row::route, Collectors.mapping(Row::record, Collectors.toSet())));
        records.forEach(
                (route, asked) -> assertThat(asked).as(route).containsExactlyInAnyOrder("own", "related", "unrelated"));
    }

    @Test
    void everybodyGetsInWhereTheyMayAndNowhereElse() throws Exception {
        List<String> seen = new ArrayList<>(List.of(Files.readAllLines(MATRIX).getFirst()));
        List<String> wrong = new ArrayList<>();
        Cast onlookers = new Cast(context, port);
        for (Row row : rows()) {
            // New people for each change: what one route does to a record must not be what the next one finds.
            Cast cast = row.method().equals("GET") ? onlookers : new Cast(context, port);
            Map<Who, String> outcomes = outcomes(cast, row);
            seen.add(row.with(outcomes));
            outcomes.forEach((who, outcome) -> {
                if (!outcome.equals(row.expected().get(who))) {
                    wrong.add("%s (%s) by %s: expected %s, was %s"
                            .formatted(
                                    row.route(),
                                    row.record(),
                                    who.word(),
                                    row.expected().get(who),
                                    outcome));
                }
            });
        }
        Files.write(SEEN, seen);
        assertThat(wrong).isEmpty();
    }

    private static Map<Who, String> outcomes(Cast cast, Row row) throws Exception {
        Map<Who, String> outcomes = new LinkedHashMap<>();
        for (Who who : Who.values()) {
            outcomes.put(who, outcome(cast, who, row));
        }
        return outcomes;
    }

    private static String outcome(Cast cast, Who who, Row row) throws Exception {
        String fresh = UUID.randomUUID().toString();
        String address = row.address().replace("{new}", fresh);
        String sample = row.sample().equals("-") ? "" : row.sample().replace("{new}", fresh);
        Matcher wanted = OF_SOMEBODY.matcher(address + sample);
        if (wanted.find()) {
            Optional<String> id = cast.idOf(wanted.group(1), who, row.record());
            if (id.isEmpty()) {
                return "-";
            }
            address = address.replace(wanted.group(), id.get());
            sample = sample.replace(wanted.group(), id.get());
        }
        return outcome(cast.knock(who, row.method(), address, row.method().equals("GET") ? null : sample));
    }

    /** What came of it, told from outside: nobody is told more than this. */
    private static String outcome(HttpResponse<String> answer) {
        String to = Knock.to(answer);
        int status = answer.statusCode();
        if (to.startsWith("/sign-in/again") || status == 403 && answer.body().contains("/sign-in/again")) {
            return "again";
        }
        if (status == 401 || to.startsWith("/sign-in?")) {
            return "sign-in";
        }
        return switch (status) {
            case 404 -> "closed";
            case 403, 405 -> "wrong " + status;
            default -> status >= 500 ? "wrong " + status : "open";
        };
    }

    /** What the program answers to: controllers, functions, actuator, files, and filters that answer by themselves. */
    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping methods ->
                    methods.getHandlerMethods().forEach((route, method) -> routes.addAll(named(route)));
                case AbstractUrlHandlerMapping files ->
                    files.getHandlerMap().keySet().forEach(pattern -> routes.add("GET " + pattern));
                case RouterFunctionMapping functions when functions.getRouterFunction() == null -> {}
                default -> routes.add(mapping.getClass().getSimpleName());
            }
        }
        for (Filter filter :
                Objects.requireNonNull(context.getBean(FilterChainProxy.class).getFilters("/"))) {
            routes.add("FILTER " + filter.getClass().getSimpleName());
        }
        return routes;
    }

    private static List<String> named(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> method + " " + pattern))
                .toList();
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(MATRIX).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Filters are named so that a new one is noticed; what they answer to has lines of its own. */
    private static List<Row> rows() throws IOException {
        return lines().stream()
                .filter(line -> !line.startsWith("FILTER"))
                .map(Row::of)
                .toList();
    }

    /**
     * One line.
     *
     * @param route as it is mapped, for example {@code GET /sessions/{id}}
     * @param address as it is asked for, for example {@code /sessions/{script}}
     * @param sample body that would be good, or -
     * @param record whose: own, related, unrelated
     */
    private record Row(String route, String address, String sample, String record, Map<Who, String> expected) {

        static Row of(String line) {
            String[] cells = line.split(";", -1);
            if (cells.length != 4 + Who.values().length) {
                throw new AssertionError("A line has " + (4 + Who.values().length) + " cells; got " + line);
            }
            Map<Who, String> expected = new LinkedHashMap<>();
            Arrays.stream(Who.values()).forEach(who -> expected.put(who, cells[4 + who.ordinal()].strip()));
            return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), expected);
        }

        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String with(Map<Who, String> outcomes) {
            return String.join(";", route, address, sample, record) + ";" + String.join(";", outcomes.values());
        }
    }
}
