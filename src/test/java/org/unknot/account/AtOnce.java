package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Several who do something at the same time, each in a transaction of their own, and what comes of it for each. */
final class AtOnce implements AutoCloseable {

    private static final int PATIENCE = 30;

    private final TransactionTemplate transaction;
    private final NamedParameterJdbcTemplate jdbc;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    AtOnce(TransactionTemplate transaction, NamedParameterJdbcTemplate jdbc) {
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** Instead of null, so that a test says what it means. */
    static final class Nothing extends Throwable {
        private static final long serialVersionUID = 1L;
    }

    /** What the second gets, who comes while the first has not said yet that it is done. */
    Throwable comesDuring(Runnable first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<Throwable> one = begin(() -> transaction.executeWithoutResult(within -> {
            first.run();
            done.countDown();
            awaited(mayEnd);
        }));
        awaited(done);
        Future<Throwable> other = begin(second);
        try {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(PATIENCE))
                    .until(() -> isSomebodyWaiting() || other.isDone());
        } finally {
            mayEnd.countDown();
        }
        assertThat(of(one)).isInstanceOf(Nothing.class);
        return of(other);
    }

    /** What both get, the first one first, where the second comes between two steps of the first. */
    List<Throwable> comesBetween(Runnable firstStep, Runnable lastStep, Runnable second) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Throwable> one = begin(() -> transaction.executeWithoutResult(within -> {
            firstStep.run();
            begun.countDown();
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(PATIENCE))
                    .until(this::isSomebodyWaiting);
            lastStep.run();
        }));
        awaited(begun);
        Future<Throwable> other = begin(second);
        return List.of(of(one), of(other));
    }

    /** What each of them gets, in their order. */
    List<Throwable> together(List<Runnable> all) throws Exception {
        CyclicBarrier together = new CyclicBarrier(all.size());
        List<Future<Throwable>> begun = all.stream()
                .map(one -> threads.submit(() -> {
                    together.await(PATIENCE, TimeUnit.SECONDS);
                    return failing(one);
                }))
                .toList();
        List<Throwable> outcomes = new ArrayList<>();
        for (Future<Throwable> one : begun) {
            outcomes.add(of(one));
        }
        return outcomes;
    }

    private Future<Throwable> begin(Runnable work) {
        return threads.submit(() -> failing(work));
    }

    private static Throwable of(Future<Throwable> one) throws Exception {
        return one.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static Throwable failing(Runnable work) {
        try {
            work.run();
            return new Nothing();
        } catch (RuntimeException | AssertionError failed) {
            return failed;
        }
    }

    private boolean isSomebodyWaiting() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (select from pg_locks where not granted and locktype in ('advisory', 'transactionid', 'tuple'))
                """, Map.of(), Boolean.class));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
