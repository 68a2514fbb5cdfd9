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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

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

    public static void main(String[] arguments) throws Exception {
        base = "http://127.0.0.1:" + Integer.parseInt(arguments[0]); // loopback only
        pid = Long.parseLong(arguments[1]);
        var length = Duration.ofSeconds(Long.parseLong(arguments[2]));
        var runs = Integer.parseInt(arguments[3]);
        System.out.println("| what, 16 in flight | requests/s | p50 ms | p99 ms | CPU ms a request | not 2xx |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        measure("home `GET /`", () -> get("/"), length, runs);
        measure("danger page `GET /call-now`", () -> get("/call-now"), length, runs);
        var script = easeScript();
        measure("record ingest `PUT /api/records/{id}`", () -> put(script), length, runs);
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
        return HttpRequest.newBuilder(URI.create(base + "/api/records/" + uuidv7()))
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    static UUID uuidv7() {
        var random = ThreadLocalRandom.current();
        var high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, 0x8000000000000000L | random.nextLong() >>> 2);
    }

    static void measure(String what, Request request, Duration length, int runs) throws Exception {
        run(request, Duration.ofSeconds(Math.min(5, length.toSeconds()))); // the compiler's turn
        var all = new ArrayList<Run>();
        for (int n = 0; n < runs; n++) {
            all.add(run(request, length));
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

    static Run run(Request request, Duration length) throws Exception {
        var cpuBefore = cpuMillis();
        var began = System.nanoTime();
        var end = began + length.toNanos();
        var sent = new AtomicInteger();
        var errors = new AtomicInteger();
        List<long[]> taken = new ArrayList<>();
        List<Thread> phones = new ArrayList<>();
        for (int n = 0; n < IN_FLIGHT; n++) {
            var times = new long[MOST_REQUESTS / IN_FLIGHT];
            taken.add(times);
            phones.add(Thread.ofPlatform().start(() -> phone(request, end, times, sent, errors)));
        }
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
    static void phone(Request request, long end, long[] times, AtomicInteger sent, AtomicInteger errors) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build()) {
            for (int n = 0; n < times.length && System.nanoTime() < end; n++) {
                var began = System.nanoTime();
                var answer = http.send(request.next(), HttpResponse.BodyHandlers.ofByteArray());
                times[n] = System.nanoTime() - began;
                sent.incrementAndGet();
                if (answer.statusCode() / 100 != 2) {
                    errors.incrementAndGet();
                }
            }
        } catch (IOException failed) {
            errors.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** User and system time of the program so far; fields 14 and 15 of proc_pid_stat(5), in ticks of 10 ms. */
    static double cpuMillis() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return 10.0 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }
}
