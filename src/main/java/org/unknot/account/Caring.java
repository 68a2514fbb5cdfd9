package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * How somebody comes to look after another: the person makes a link and gives it to them, by hand or by whatever they write to each
 * other with; whoever opens it signs in and says yes. It works once and for a week.
 */
@Component
public class Caring {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int MOST_OPEN = 5;

    private final CarerLinks links;
    private final Ties ties;
    private final Consents consents;
    private final Gate gate;
    private final Audit audit;
    private final PublicAddress address;
    private final Now now;

    Caring(CarerLinks links, Ties ties, Consents consents, Gate gate, Audit audit, PublicAddress address, Now now) {
        this.links = links;
        this.ties = ties;
        this.consents = consents;
        this.gate = gate;
        this.audit = audit;
        this.address = address;
        this.now = now;
    }

    /**
     * Answers the link, which can be shown now and never again.
     *
     * @param kind carer, or guardian for a person under 16
     */
    @Transactional
    public URI offer(Visitor by, PersonId person, Relationship kind) {
        gate.mayGive(by, person, Purpose.ACCOUNT);
        boolean fits = switch (kind) {
            case CARER -> true;
            case GUARDIAN -> consents.underSixteen(person);
            case SELF, TREATS, LEADS_CLASS -> false;
        };
        if (!fits) {
            throw new BadInput("kind", "a carer, or a guardian for somebody under 16", "CARER");
        }
        Instant at = now.instant();
        if (links.open(person, at).size() >= MOST_OPEN) {
            throw new BadInput("link", "at most " + MOST_OPEN + " open links", "taking one back first");
        }
        String token = Tokens.fresh();
        links.add(new Offer(UuidCreator.getTimeOrderedEpoch(), person, kind, at.plus(VALID)), Tokens.hash(token), at);
        return address.origin().resolve("/look-after/" + token);
    }

    /** What a link leads to, while it can be accepted. */
    public Optional<Offer> open(String token) {
        return links.open(Tokens.hash(token), now.instant());
    }

    /** The person's links that nobody has accepted yet. */
    public List<Offer> open(PersonId person) {
        return links.open(person, now.instant());
    }

    /**
     * Makes whoever is signed in the carer or guardian. The person's word for it was the link.
     *
     * @throws AccessDenied when the link leads to nothing any more, or to oneself, or a child would answer for a child
     */
    @Transactional
    public void accept(Visitor visitor, String token) {
        PersonId self = visitor.standing() instanceof SignedIn signedIn ? signedIn.self() : nobody();
        Offer offer = open(token).orElseThrow(AccessDenied::new);
        boolean child = offer.kind() == Relationship.GUARDIAN && consents.underSixteen(self);
        if (offer.person().equals(self) || child) {
            throw new AccessDenied();
        }
        // First, because to write it down is to wait for whoever erases the person now; then there is no link any more.
        audit.record(Optional.of(self), offer.person(), Action.ACCESS_GIVEN, Purpose.ACCOUNT.name());
        if (!links.accept(offer.id(), self, now.instant())) {
            throw new AccessDenied();
        }
        ties.add(offer.person(), self, offer.kind(), now.instant(), Optional.of(offer.person()), Optional.empty());
    }

    private static PersonId nobody() {
        throw new AccessDenied();
    }

    /** Takes a link back that nobody has accepted; taking it back twice changes nothing. */
    @Transactional
    public void withdraw(Visitor by, PersonId person, UUID link) {
        gate.mayChange(by, person, Purpose.ACCOUNT);
        links.withdraw(link, person, now.instant());
    }

    /** Whether the one may act for the other now, as carer or as guardian of a child. */
    public boolean mayActFor(PersonId self, PersonId person) {
        return ties.by(self, now.instant()).stream()
                .filter(tie -> tie.person().equals(person))
                .anyMatch(tie -> switch (tie.kind()) {
                    case CARER -> true;
                    case GUARDIAN -> consents.underSixteen(person);
                    case SELF, TREATS, LEADS_CLASS -> false;
                });
    }

    /**
     * A link that is open.
     *
     * @param person who asks to be looked after
     * @param kind carer or guardian
     */
    public record Offer(UUID id, PersonId person, Relationship kind, Instant until) {}
}
