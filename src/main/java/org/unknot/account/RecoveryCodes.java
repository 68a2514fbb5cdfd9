package org.unknot.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * Eight codes on paper, for who loses the phone that has the passkey. Each opens the account once. For staff a code alone
 * opens no door of theirs: it counts as one of two factors.
 */
@Component
public class RecoveryCodes {

    /** Without 0 O 1 I L and U, which are mistaken for each other on paper; 30 of them, so a code has 98 random bits. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int COUNT = 8;
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecoveryCodeStore codes;
    private final Freshness freshness;
    private final Letters letters;
    private final Now now;
    private final RateLimit tries;

    RecoveryCodes(RecoveryCodeStore codes, Freshness freshness, Letters letters, RateLimits limits, Now now) {
        this.codes = codes;
        this.freshness = freshness;
        this.letters = letters;
        this.now = now;
        tries = limits.of(20, Duration.ofMinutes(15));
    }

    /**
     * Eight new codes, to be shown now and never again; earlier ones are worth nothing from then on.
     *
     * @throws NotFresh when the proof is old
     */
    @Transactional
    public List<String> make(Visitor visitor) {
        PersonId person = freshness.require(visitor);
        List<String> fresh = IntStream.range(0, COUNT).mapToObj(n -> fresh()).toList();
        codes.replace(person, fresh.stream().map(RecoveryCodes::hash).toList(), now.instant());
        return fresh;
    }

    public int left(PersonId person) {
        return codes.left(person);
    }

    /**
     * Whose code it is; then it is used up.
     *
     * @throws TooManyTries when there were too many from that network
     */
    @Transactional
    public Optional<PersonId> use(String typed, Browsers.Bucket from) {
        if (!tries.tryTake(from.client())) {
            throw new TooManyTries();
        }
        Optional<PersonId> person = codes.use(hash(typed), now.instant());
        person.ifPresent(letters::codeUsed);
        return person;
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it was typed: small letters, blanks, with hyphens or without. */
    private static byte[] hash(String code) {
        return Tokens.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }
}
