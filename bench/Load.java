import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Load on a running Unknot on this machine: {@code java bench/Load.java PORT PID SECONDS RUNS}. For each scenario 16 phones
 * send one request after the other (a closed loop); the median of the runs is printed as a row of a Markdown table, with the
 * CPU time of the program (/proc/PID/stat) for each request, which other work on the machine disturbs least.
 */
class Load {

    static final int IN_FLIGHT = 16;
    static final int MOST_REQUESTS = 1_000_000; // a bound, should a duration be mistyped

    static String base = "";
    static long pid;

    record Run(double perSecond, double p50, double p99, double cpuMillis, int errors) {}

    interface Request {
        HttpRequest next();
    }

    /** What a phone sends again and again, once it is ready for it. */
    interface Phone {
        Request ready(HttpClient http) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        base = "http://127.0.0.1:" + Integer.parseInt(arguments[0]); // loopback only
        pid = Long.parseLong(arguments[1]);
        var length = Duration.ofSeconds(Long.parseLong(arguments[2]));
        var runs = Integer.parseInt(arguments[3]);
        System.out.println("| what, 16 in flight | requests/s | p50 ms | p99 ms | CPU ms a request | not 2xx |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        measure("home `GET /`", http -> () -> get("/"), length, runs);
        measure("danger page `GET /call-now`", http -> () -> get("/call-now"), length, runs);
        var script = easeScript();
        measure("record of a first ease `PUT /api/records/{id}`", http -> () -> put(script), length, runs);
        measure("record of a whole session, each of a guest with a plan", Load::guestWithASession, length, runs);
    }

    static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html").build();
    }

    static String easeScript() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var script = HttpRequest.newBuilder(URI.create(base + "/scripts/ease-back-knees-up.json")).build();
            var answer = http.send(script, HttpResponse.BodyHandlers.ofString());
            var id = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"").matcher(answer.body());
            if (!id.find()) {
                throw new IllegalStateException("no ease script: " + answer.statusCode());
            }
            return id.group(1);
        }
    }

    /** A record as a phone sends it after the first relief. */
    static HttpRequest put(String script) {
        var body = """
                {"script": "%s", "revision": "ease", "startedAt": "2026-11-22T08:00:00Z", "finishedAt": "2026-11-22T08:02:00Z",
                 "clock": {"sentAt": "2026-11-22T08:02:01Z"},
                 "events": [{"n": 1, "atMs": 0, "type": "start"}, {"n": 2, "atMs": 20000, "type": "pause"},
                            {"n": 3, "atMs": 25000, "type": "resume"}, {"n": 4, "atMs": 110000, "type": "finish"}],
                 "before": {"pain": 6}, "after": {"change": "better", "pain": 4}}""".formatted(script);
        return send("PUT", "/api/records/" + uuidv7(), body);
    }

    /** Says no to all questions and begins a session; from then on sends it as held to its end, each time as a new record. */
    static Request guestWithASession(HttpClient http) throws IOException, InterruptedException {
        var questionnaire = said(http, send("GET", "/api/triage/questionnaire", ""));
        var ids = Pattern.compile("\\{\"id\":\"([a-z-]+)\"")
                .matcher(questionnaire.substring(questionnaire.indexOf("\"questions\":")))
                .results()
                .map(found -> found.group(1))
                .map(id -> "\"%s\":\"%s\"".formatted(id, id.startsWith("can-lie-") ? "yes" : "no"))
                .collect(Collectors.joining(","));
        said(http, send("POST", "/api/answers", "{\"age\":35,\"pain\":4,\"durationDays\":1,\"answers\":{" + ids + "}}"));
        var begun = http.send(send("POST", "/sessions", ""), HttpResponse.BodyHandlers.ofString());
        var session = begun.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        var script = said(http, send("GET", "/api/scripts/" + session, ""));
        var record = wholeRecord(session, script);
        return () -> send("PUT", "/api/records/" + uuidv7(), record);
    }

    /** Every step of the script as done; the first id in a script is its own. */
    static String wholeRecord(String session, String script) {
        var revision = Pattern.compile("\"revision\":\"([^\"]+)\"").matcher(script);
        if (!revision.find()) {
            throw new IllegalStateException("no session: " + script);
        }
        // Steps stand in the list "steps"; what is nested in them (easier forms) repeats their seconds, which does no harm here.
        var steps = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"exercise\"").matcher(script).results().toList();
        var events = new StringBuilder("{\"n\":1,\"atMs\":0,\"type\":\"start\"}");
        for (int n = 0; n < steps.size(); n++) {
            events.append(",{\"n\":%d,\"atMs\":%d,\"type\":\"done\",\"step\":\"%s\",\"heldMs\":20000}"
                    .formatted(n + 2, 30_000L * (n + 1), steps.get(n).group(1)));
        }
        return "{\"script\":\"%s\",\"revision\":\"%s\",\"startedAt\":\"2026-11-22T08:00:00Z\",\"events\":[%s],\"after\":{\"change\":\"better\",\"pain\":3}}"
                .formatted(session, revision.group(1), events);
    }

    static String said(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    static HttpRequest send(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Origin", base)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    static UUID uuidv7() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, 0x8000000000000000L | random.nextLong() >>> 2);
    }

    static void measure(String what, Phone phone, Duration length, int runs) throws Exception {
        run(phone, Duration.ofSeconds(Math.min(5, length.toSeconds()))); // the compiler's turn
        var all = new ArrayList<Run>();
        for (int n = 0; n < runs; n++) {
            all.add(run(phone, length));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.2f | %d |%n",
                what,
                median(all.stream().mapToDouble(Run::perSecond).toArray()),
                median(all.stream().mapToDouble(Run::p50).toArray()),
                median(all.stream().mapToDouble(Run::p99).toArray()),
                median(all.stream().mapToDouble(Run::cpuMillis).toArray()),
                all.stream().mapToInt(Run::errors).sum());
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    static Run run(Phone kind, Duration length) throws Exception {
        var ready = new CyclicBarrier(IN_FLIGHT + 1);
        var sent = new AtomicInteger();
        var errors = new AtomicInteger();
        List<long[]> taken = new ArrayList<>();
        List<Thread> phones = new ArrayList<>();
        for (int n = 0; n < IN_FLIGHT; n++) {
            var times = new long[MOST_REQUESTS / IN_FLIGHT];
            taken.add(times);
            phones.add(Thread.ofPlatform().start(() -> phone(kind, ready, length, times, sent, errors)));
        }
        ready.await(60, TimeUnit.SECONDS); // becoming a guest with a plan is not what is measured
        var cpuBefore = cpuMillis();
        var began = System.nanoTime();
        for (var phone : phones) {
            phone.join();
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var sorted = taken.stream().flatMapToLong(Arrays::stream).filter(time -> time > 0).sorted().toArray();
        return new Run(
                sent.get() / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                (cpuMillis() - cpuBefore) / sent.get(),
                errors.get());
    }

    /** One person's device: a connection and cookies of its own. */
    static void phone(Phone kind, CyclicBarrier ready, Duration length, long[] times, AtomicInteger sent, AtomicInteger errors) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build()) {
            var request = kind.ready(http);
            ready.await(60, TimeUnit.SECONDS);
            var end = System.nanoTime() + length.toNanos();
            for (int n = 0; n < times.length && System.nanoTime() < end; n++) {
                var began = System.nanoTime();
                var answer = http.send(request.next(), HttpResponse.BodyHandlers.ofByteArray());
                times[n] = System.nanoTime() - began;
                sent.incrementAndGet();
                if (answer.statusCode() / 100 != 2) {
                    errors.incrementAndGet();
                }
            }
        } catch (IOException | BrokenBarrierException | TimeoutException failed) {
            errors.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            ready.reset(); // nobody waits for a phone that never gets ready
            throw failed;
        }
    }

    /** User and system time of the program so far; fields 14 and 15 of proc_pid_stat(5), in ticks of 10 ms. */
    static double cpuMillis() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return 10.0 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }
}
