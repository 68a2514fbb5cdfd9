package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SharedLink;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * Links by which a person shows their plan to somebody: to look at, never to change. Each is for one episode, runs out by
 * itself, and can be ended at any time. It can be read once, when it is made; we keep only its hash.
 */
@Component
public class SharedPlans implements LiveLinks {

    /** For how many days a link may hold. */
    public static final Set<Integer> DAYS = Set.of(1, 7, 30);

    /** More than anybody needs, and a bound on what one person can make us keep. */
    static final int MOST_AT_ONCE = 20;

    private final SharedLinks links;
    private final Gate gate;
    private final PublicAddress address;
    private final Now now;

    SharedPlans(SharedLinks links, Gate gate, PublicAddress address, Now now) {
        this.links = links;
        this.gate = gate;
        this.address = address;
        this.now = now;
    }

    /**
     * Makes a link to the visitor's plan.
     *
     * @param episode the one whose plan it shows; once that is over, it shows nothing
     * @param days 1, 7 or 30
     * @throws BadInput for any other number, and where there are too many links already
     */
    @Transactional
    public URI share(Visitor visitor, UUID episode, int days) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayGive(visitor, person, Purpose.ACCOUNT);
        if (!DAYS.contains(days)) {
            throw new BadInput("days", "1, 7 or 30 days", "7");
        }
        Instant at = now.instant();
        if (links.live(person, at).size() >= MOST_AT_ONCE) {
            throw new BadInput("days", "at most " + MOST_AT_ONCE + " links at once: end one first", "7");
        }
        String secret = LinkSecret.fresh();
        links.add(
                UuidCreator.getTimeOrderedEpoch(),
                person,
                episode,
                Tokens.hash(secret),
                at,
                at.plus(Duration.ofDays(days)));
        return address(secret);
    }

    /** Where a link with this secret leads; says nothing about whether there is one. */
    public URI address(String secret) {
        return address.origin().resolve("/shared/" + secret);
    }

    /** The visitor's links that open something now, the newest first. */
    @Transactional
    public List<Shared> of(Visitor visitor) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayRead(visitor, person, Purpose.ACCOUNT);
        return links.live(person, now.instant());
    }

    /** Ends a link, at once. Ending what is not there, or not theirs, changes nothing. */
    @Transactional
    public void revoke(Visitor visitor, UUID link) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayChange(visitor, person, Purpose.ACCOUNT);
        links.revoke(link, person, now.instant());
    }

    /** Whom a secret lets in; empty when it is not, or no longer, a link of ours. The {@link Gate} is yet to be asked. */
    @Transactional(readOnly = true)
    public Optional<Opened> open(String secret) {
        if (!LinkSecret.looksRight(secret)) {
            return Optional.empty();
        }
        return links.live(Tokens.hash(secret), now.instant())
                .map(row ->
                        new Opened(new Visitor(Optional.of(row.person()), new SharedLink(row.id())), row.episode()));
    }

    @Override
    public boolean opens(UUID link, PersonId person) {
        return links.isLive(link, person, now.instant());
    }

    /** A link as its maker sees it: that there is one, never its secret. */
    public record Shared(UUID id, Instant madeAt, Instant expiresAt) {}

    /** Somebody with a link, and the episode whose plan it shows. */
    public record Opened(Visitor visitor, UUID episode) {}
}
