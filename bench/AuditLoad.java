import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.Unknot;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * What an entry in the audit costs a read: {@code java AuditLoad.java SECONDS RUNS}, over the data folder of UNKNOT_DATA. A read is
 * one query in a transaction, the same with and without its entry, so that the difference is the entry and its commit to the disk.
 * The rows are medians of the runs, which take turns, so that what else the machine does disturbs all of them alike.
 */
class AuditLoad {

    static final int IN_FLIGHT = 16;

    record Run(double perSecond, double p50, double p99) {}

    record Scenario(String what, int inFlight, boolean audited, IntFunction<PersonId> whose, List<Run> runs) {}

    static Audit audit;
    static JdbcClient jdbc;
    static TransactionTemplate transaction;

    public static void main(String[] arguments) throws Exception {
        var seconds = Integer.parseInt(arguments[0]);
        var runs = Integer.parseInt(arguments[1]);
        try (var program = SpringApplication.run(
                Unknot.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn",
                "--spring.datasource.hikari.maximum-pool-size=" + IN_FLIGHT)) {
            audit = program.getBean(Audit.class);
            jdbc = program.getBean(JdbcClient.class);
            transaction = program.getBean(TransactionTemplate.class);
            var people = new ArrayList<PersonId>();
            for (int n = 0; n < IN_FLIGHT; n++) {
                people.add(new PersonId(UUID.randomUUID()));
                jdbc.sql("insert into account.person (id, created_at, last_seen_on) values (?, now(), current_date)")
                        .param(people.get(n).value())
                        .update();
            }
            var one = people.getFirst();
            var scenarios = List.of(
                    new Scenario("a read", 1, false, n -> one, new ArrayList<>()),
                    new Scenario("the same, audited", 1, true, n -> one, new ArrayList<>()),
                    new Scenario("a read", IN_FLIGHT, false, people::get, new ArrayList<>()),
                    new Scenario("the same, audited, each of another person", IN_FLIGHT, true, people::get, new ArrayList<>()),
                    new Scenario("the same, audited, all of one person", IN_FLIGHT, true, n -> one, new ArrayList<>()));
            for (var scenario : scenarios) {
                run(scenario, Math.min(3, seconds)); // the compiler's turn
            }
            for (int n = 0; n < runs; n++) {
                for (var scenario : scenarios) {
                    scenario.runs().add(run(scenario, seconds));
                }
            }
            System.out.println("| what | in flight | reads/s | p50 ms | p99 ms |");
            System.out.println("| --- | --- | --- | --- | --- |");
            scenarios.forEach(AuditLoad::print);
            System.out.println("\nChains that do not fit afterwards: " + audit.broken().size());
        }
    }

    static void print(Scenario scenario) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.2f | %.2f |%n",
                scenario.what(),
                scenario.inFlight(),
                median(scenario.runs().stream().mapToDouble(Run::perSecond).toArray()),
                median(scenario.runs().stream().mapToDouble(Run::p50).toArray()),
                median(scenario.runs().stream().mapToDouble(Run::p99).toArray()));
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    static Run run(Scenario scenario, int seconds) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var began = System.nanoTime();
        var end = began + seconds * 1_000_000_000L;
        List<Thread> readers = new ArrayList<>();
        for (int n = 0; n < scenario.inFlight(); n++) {
            var person = scenario.whose().apply(n);
            readers.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    var before = System.nanoTime();
                    read(person, scenario.audited());
                    times.add(System.nanoTime() - before);
                }
            }));
        }
        for (var reader : readers) {
            reader.join();
        }
        var took = (System.nanoTime() - began) / 1e9;
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Run(
                sorted.length / took, sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    static void read(PersonId person, boolean audited) {
        transaction.executeWithoutResult(within -> {
            jdbc.sql("select created_at, last_seen_on from account.person where id = ?")
                    .param(person.value())
                    .query((row, n) -> row.getObject(2))
                    .single();
            if (audited) {
                audit.record(Optional.of(person), person, Action.READ, "PROGRAM");
            }
        });
    }
}
