package org.unknot.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). A hash costs a core for tens of
 * milliseconds, so at most two are made at once and whoever waits longer than five seconds is sent away.
 */
@Component
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicLong made = new AtomicLong();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final String ofNobody = argon2.encode(Tokens.fresh());

    String hash(String password) {
        return inside(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return inside(() -> argon2.matches(password, hash));
    }

    /** As much work as {@link #matches}, for an address that has no password. */
    void matchNobody(String password) {
        inside(() -> argon2.matches(password, ofNobody));
    }

    /** How many hashes were made since the start; for tests, which count where a clock would deceive. */
    long made() {
        return made.get();
    }

    /** The most that were ever made at the same time. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private <T> T inside(Supplier<T> work) {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyTries();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyTries();
        }
        try {
            made.incrementAndGet();
            mostAtOnce.accumulateAndGet(AT_ONCE - room.availablePermits(), Math::max);
            return work.get();
        } finally {
            room.release();
        }
    }
}
