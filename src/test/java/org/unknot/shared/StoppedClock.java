package org.unknot.shared;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A time that passes only when it is told to. */
public final class StoppedClock implements TimeMeter {

    private long nanos = 1;

    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
