package org.unknot.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/**
 * A browser holds a secret; the id of its session, which is in the database and in backups, is the hash of it. Whoever reads that
 * can sign in with nothing. Between making a session and sending its cookie, which is one request, the secret is kept here.
 */
@Component
class SessionSecrets implements SessionIdGenerator {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration ONE_REQUEST = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 10_000;

    private final Cache<String, String> secrets = Caffeine.newBuilder()
            .expireAfterWrite(ONE_REQUEST)
            .maximumSize(MOST_AT_ONCE)
            .build();

    @Override
    public String generate() {
        String secret = Tokens.fresh();
        String id = idOf(secret);
        secrets.put(id, secret);
        return id;
    }

    /** What goes to the browser. */
    String of(String id) {
        String secret = secrets.getIfPresent(id);
        if (secret == null) {
            throw new IllegalStateException("A cookie is sent in the request that makes its session, and never again");
        }
        return secret;
    }

    /** Whether it could be one of ours at all; what it is not is never looked up. */
    static boolean looksRight(String secret) {
        return FORM.matcher(secret).matches();
    }

    static String idOf(String secret) {
        return HexFormat.of().formatHex(Tokens.hash(secret));
    }
}
