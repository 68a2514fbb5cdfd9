package org.unknot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private final StoppedClock clock = new StoppedClock();
    private final RateLimit fiveAnHour = new RateLimit(5, Duration.ofHours(1), clock);

    @Test
    void theSixthTryWaitsAndAnotherKeyDoesNot() {
        assertThat(tries("ana@example.org", 6)).isEqualTo(5);
        assertThat(fiveAnHour.tryTake("ben@example.org")).isTrue();
    }

    @Test
    void oneTryComesBackAfterItsShareOfThePeriod() {
        tries("a", 5);
        assertThat(fiveAnHour.untilNext("a")).isEqualTo(Duration.ofMinutes(12));
        clock.pass(Duration.ofMinutes(11));
        assertThat(fiveAnHour.tryTake("a")).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(fiveAnHour.untilNext("a")).isZero();
        assertThat(tries("a", 6)).isEqualTo(1);
    }

    @Test
    void refusedTriesDoNotProlongTheWait() {
        tries("a", 100);
        clock.pass(Duration.ofMinutes(12));
        assertThat(fiveAnHour.tryTake("a")).isTrue();
    }

    @Test
    void afterAPeriodAllTriesAreBack() {
        tries("a", 5);
        clock.pass(Duration.ofHours(1));
        assertThat(tries("a", 6)).isEqualTo(5);
    }

    @Test
    void moreKeysThanItKeepsDoNotGrowIt() throws Exception {
        IntStream.range(0, 30_000).forEach(i -> tries("key-" + i, 6));
        assertThat(kept("withTries")).isBetween(1L, 10_000L);
        assertThat(kept("waiting")).isBetween(1L, 10_000L);
    }

    @Test
    void aFloodOfNewKeysFreesNobodyWhoHasToWait() {
        tries("often@example.org", 20);
        IntStream.range(0, 30_000).forEach(i -> fiveAnHour.tryTake("key-" + i));
        assertThat(fiveAnHour.tryTake("often@example.org")).isFalse();
    }

    @Test
    void noKeyStaysInMemoryInClear() throws Exception {
        fiveAnHour.tryTake("ana@example.org");
        assertThat(textsReachableFrom(fiveAnHour)).noneMatch(text -> text.contains("ana@"));
    }

    @Test
    void switchedOffNothingWaits() {
        RateLimit off = new RateLimits(false).of(1, Duration.ofHours(1));
        assertThat(IntStream.range(0, 1000).allMatch(i -> off.tryTake("a"))).isTrue();
        RateLimit on = new RateLimits(true).of(1, Duration.ofHours(1));
        assertThat(on.tryTake("a")).isTrue();
        assertThat(on.tryTake("a")).isFalse();
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> new RateLimits(true).of(0, Duration.ofHours(1)))
                .hasMessageContaining("5 an hour");
        assertThatThrownBy(() -> new RateLimits(true).of(5, Duration.ZERO)).hasMessageContaining("5 an hour");
    }

    private long tries(String key, int n) {
        return IntStream.range(0, n).filter(i -> fiveAnHour.tryTake(key)).count();
    }

    private long kept(String where) throws ReflectiveOperationException {
        Field field = RateLimit.class.getDeclaredField(where);
        field.setAccessible(true);
        var cache = (com.github.benmanes.caffeine.cache.Cache<?, ?>) field.get(fiveAnHour);
        cache.cleanUp();
        return cache.estimatedSize();
    }

    /** Every text that the limit or what it holds points to. */
    private static Set<String> textsReachableFrom(Object root) throws ReflectiveOperationException {
        Set<String> texts = new java.util.HashSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(Set.of(root));
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof String text) {
                texts.add(text);
            } else if (next instanceof com.github.benmanes.caffeine.cache.Cache<?, ?> cache) {
                for (Map.Entry<?, ?> entry : cache.asMap().entrySet()) {
                    open.add(entry.getKey());
                    open.add(entry.getValue());
                }
            } else if (seen.add(next)
                    && next.getClass().getPackageName().startsWith(RateLimit.class.getPackageName())) {
                for (Field field : next.getClass().getDeclaredFields()) {
                    field.setAccessible(true);
                    Object value = field.get(next);
                    if (value != null) {
                        open.add(value);
                    }
                }
            }
        }
        return texts;
    }
}
