package org.unknot.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.PasswordStore.Hashed;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * The third way in, for who wants it: long, of any letters, and none that is easy to guess (NIST SP 800-63B). Wrong tries slow
 * down the address and browser that they come from and nobody else; links and passkeys go on working.
 */
@Component
public class Passwords {

    public static final int SHORTEST = 15;
    public static final int LONGEST = 128;

    /** zxcvbn's scale of 0 to 4: 3 is over 10⁸ guesses, out of reach for somebody who must ask us each time. */
    private static final int STRONG_ENOUGH = 3;

    private static final int JUDGED = 64; // the rest of a long one can only make it better, and zxcvbn slower

    private final PasswordStore passwords;
    private final PasswordHashing hashing;
    private final Freshness freshness;
    private final Letters letters;
    private final WrongTries wrongTries;
    private final Now now;
    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final RateLimit triesOfBrowser;
    private final RateLimit triesOfClient;

    Passwords(
            PasswordStore passwords,
            PasswordHashing hashing,
            Freshness freshness,
            Letters letters,
            WrongTries wrongTries,
            RateLimits limits,
            Now now) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.freshness = freshness;
        this.letters = letters;
        this.wrongTries = wrongTries;
        this.now = now;
        triesOfBrowser = limits.of(8, Duration.ofMinutes(15));
        triesOfClient = limits.of(60, Duration.ofMinutes(15));
    }

    /** What is wrong with a new password. */
    public enum Flaw {
        SHORT,
        LONG,
        GUESSABLE
    }

    /** Whether the person has one. */
    public boolean has(PersonId person) {
        return passwords.has(person);
    }

    /**
     * The person whose password it is; the same queries and hashes whoever it is.
     *
     * @param from the browser that tries, see {@link Browsers#bucket}
     * @throws TooManyTries when that browser tried this address, or its network tried any, too often
     */
    public Optional<PersonId> owner(EmailAddress email, String password, Browsers.Bucket from) {
        if (!triesOfClient.tryTake(from.client()) || !triesOfBrowser.tryTake(from.browser() + " " + email.value())) {
            throw new TooManyTries();
        }
        String typed = normal(password);
        if (typed.codePointCount(0, typed.length()) > LONGEST) {
            return Optional.empty();
        }
        Optional<Hashed> known = passwords.byEmail(email.value());
        if (known.isEmpty()) {
            hashing.matchNobody(typed);
            return Optional.empty();
        }
        if (hashing.matches(typed, known.get().hash())) {
            return known.map(Hashed::person);
        }
        wrongTries.at(known.get().person());
        return Optional.empty();
    }

    /** What is wrong with it as a new password; the account's own words make a bad one. */
    public Optional<Flaw> flaw(String password, List<String> own) {
        String typed = normal(password);
        int letters = typed.codePointCount(0, typed.length());
        if (letters < SHORTEST) {
            return Optional.of(Flaw.SHORT);
        }
        if (letters > LONGEST) {
            return Optional.of(Flaw.LONG);
        }
        String judged = typed.substring(0, Math.min(JUDGED, typed.length()));
        return zxcvbn.measure(judged, own).getScore() < STRONG_ENOUGH ? Optional.of(Flaw.GUESSABLE) : Optional.empty();
    }

    /**
     * Keeps a password that has no {@link #flaw}.
     *
     * @throws NotFresh when the proof is old
     */
    @Transactional
    public void keep(Visitor visitor, String password) {
        PersonId person = freshness.require(visitor);
        passwords.keep(person, hashing.hash(normal(password)), now.instant());
        letters.passwordChanged(person);
    }

    /** Takes it away: from then on only the other ways in are open. */
    @Transactional
    public void remove(Visitor visitor) {
        PersonId person = freshness.require(visitor);
        passwords.remove(person);
        letters.passwordChanged(person);
    }

    /** One phone writes é as one letter, another as two; both mean the same. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
