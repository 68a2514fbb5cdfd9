package org.unknot.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.audit.Audit;
import org.unknot.shared.PersonId;

/**
 * The same plan on a second device. A guest makes a link that works once, for ten minutes, and only by a tap on the page that it
 * leads to; then both devices are the same guest. Who has an account signs in there instead.
 */
@Component
public class SecondDevice {

    public static final Duration VALID = Duration.ofMinutes(10);

    private final DeviceLinks links;
    private final Guests guests;
    private final Adoption adoption;
    private final Gate gate;
    private final Audit audit;
    private final PublicAddress address;
    private final Now now;

    SecondDevice(
            DeviceLinks links,
            Guests guests,
            Adoption adoption,
            Gate gate,
            Audit audit,
            PublicAddress address,
            Now now) {
        this.links = links;
        this.guests = guests;
        this.adoption = adoption;
        this.gate = gate;
        this.audit = audit;
        this.address = address;
        this.now = now;
    }

    /** Where the second device goes: a link of its own for a guest, the sign-in for who has an account. */
    @Transactional
    public URI link(Visitor visitor) {
        if (!(visitor.standing() instanceof Guest)) {
            return address.origin().resolve("/sign-in");
        }
        PersonId person = guests.known(visitor).orElseThrow(AccessDenied::new);
        gate.mayGive(visitor, person, Purpose.ACCOUNT);
        String secret = LinkSecret.fresh();
        Instant at = now.instant();
        links.replace(person, Tokens.hash(secret), at, at.plus(VALID));
        return address.origin().resolve("/device/" + secret);
    }

    /** Whether the link can be used now; looking uses nothing up. */
    public boolean isOpen(String secret) {
        return LinkSecret.looksRight(secret) && links.isOpen(Tokens.hash(secret), now.instant());
    }

    /** What becomes of a plan that is on this device already. */
    public enum OwnPlan {
        /** Both histories become one, as when a phone signs in to an account. */
        ADD,
        ERASE;

        /** What the form says; empty for everything else, so that nothing happens to a plan unasked. */
        public static Optional<OwnPlan> typed(String choice) {
            return switch (choice) {
                case "add" -> Optional.of(ADD);
                case "erase" -> Optional.of(ERASE);
                default -> Optional.empty();
            };
        }
    }

    /** What became of a link. */
    public enum Outcome {
        /** Both devices show the same plan now. */
        DONE,
        /** There is a plan on this device, and nobody said what to do with it; the link is as good as before. */
        ASK_FIRST,
        OVER
    }

    /**
     * Makes this browser the guest whose link it is. A plan of this device's own is added or erased, as was picked: what was told
     * here is then read by whoever made the link, and the page has said so.
     */
    @Transactional
    public Outcome use(
            String secret,
            Optional<OwnPlan> choice,
            Visitor here,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isOpen(secret)
                || !(here.standing() instanceof Guest || here.person().isEmpty())) {
            return Outcome.OVER;
        }
        Optional<PersonId> known = guests.known(here);
        if (known.isPresent() && choice.isEmpty()) {
            return Outcome.ASK_FIRST;
        }
        Optional<PersonId> person = links.use(Tokens.hash(secret), now.instant());
        if (person.isEmpty() || !guests.isGuest(person.get())) {
            return Outcome.OVER;
        }
        known.filter(own -> !own.equals(person.get())).ifPresent(own -> {
            switch (choice.orElseThrow()) {
                case ADD -> adoption.adopt(here, person.get());
                case ERASE -> guests.erase(here, request, response);
            }
        });
        audit.record(person, person.get(), Audit.Action.ACCESS_GIVEN, "SECOND_DEVICE");
        guests.recognise(person.get(), request, response);
        return Outcome.DONE;
    }
}
