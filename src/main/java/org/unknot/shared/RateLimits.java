package org.unknot.shared;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the limits of this program. {@code unknot.limits=off} switches all of them off, for load tests; {@code web} refuses to
 * start so unless nobody but this machine can reach it.
 */
@Component
public final class RateLimits {

    private static final int NO_LIMIT = 1_000_000_000;

    private final boolean on;
    private final TimeMeter time;

    @Autowired
    public RateLimits(@Value("${unknot.limits}") boolean on) {
        this(on, TimeMeter.SYSTEM_NANOTIME);
    }

    /** With a time that is handed in: where it stands still, no try comes back. */
    public RateLimits(boolean on, TimeMeter time) {
        this.on = on;
        this.time = time;
    }

    /**
     * For example {@code limits.of(5, Duration.ofHours(1))}: five tries at once, then one every twelve minutes, for each key.
     *
     * @param capacity from 1
     * @param period of at least a second
     */
    public RateLimit of(int capacity, Duration period) {
        if (capacity < 1 || period.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "A limit is at least one try a second, for example 5 an hour; got: " + capacity + " in " + period);
        }
        return new RateLimit(on ? capacity : NO_LIMIT, period, time);
    }
}
