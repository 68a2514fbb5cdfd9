package org.unknot.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * So many tries a period for each key, such as an address or a contact; make one with {@link RateLimits#of}. Tries come back
 * evenly over the period. Keys are kept only as keyed hashes and in bounded memory: of those with tries left 10,000, and as many
 * of those without, so that a flood of new keys frees nobody who has to wait. Put a limit for each client before one for each contact.
 */
public final class RateLimit {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_KEYS = 10_000;

    private final int capacity;
    private final Duration period;
    private final TimeMeter time;
    private final SecretKeySpec secret;
    private final Cache<Hashed, Bucket> withTries;
    private final Cache<Hashed, Bucket> waiting;

    RateLimit(int capacity, Duration period, TimeMeter time) {
        this.capacity = capacity;
        this.period = period;
        this.time = time;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        secret = new SecretKeySpec(random, ALGORITHM);
        withTries = kept();
        waiting = kept();
    }

    private Cache<Hashed, Bucket> kept() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(period) // after a period without a try it is full again, as a new one
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one try of the key's, or answers false where none is left. Never waits. */
    public boolean tryTake(String key) {
        Hashed hashed = hash(key);
        Bucket bucket = bucket(hashed);
        boolean taken = bucket.tryConsume(1);
        if (!taken) {
            waiting.put(hashed, bucket);
        }
        return taken;
    }

    /** How long until {@link #tryTake} can answer true for this key; zero where it can now. For {@code Retry-After}. */
    public Duration untilNext(String key) {
        return Duration.ofNanos(bucket(hash(key)).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(Hashed key) {
        Bucket emptied = waiting.getIfPresent(key);
        return emptied != null
                ? emptied
                : withTries.get(
                        key,
                        hashed -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                                .withCustomTimePrecision(time)
                                .build());
    }

    private Hashed hash(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
            return new Hashed(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Under a secret of this process, so that a picture of its memory tells nobody's address or contact. */
    private record Hashed(long high, long low) {}
}
