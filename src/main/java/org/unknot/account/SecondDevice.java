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
    private final Gate gate;
    private final Audit audit;
    private final PublicAddress address;
    private final Now now;

    SecondDevice(DeviceLinks links, Guests guests, Gate gate, Audit audit, PublicAddress address, Now now) {
        this.links = links;
        this.guests = guests;
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

    /**
     * Makes this browser the guest whose link it is. What was on this device is erased: the page has said so, and to put both
     * together would let whoever sends such a link read what was told here.
     *
     * @return whether the link was still good
     */
    @Transactional
    public boolean use(String secret, Visitor here, HttpServletRequest request, HttpServletResponse response) {
        if (!LinkSecret.looksRight(secret)
                || !(here.standing() instanceof Guest || here.person().isEmpty())) {
            return false;
        }
        Optional<PersonId> person = links.use(Tokens.hash(secret), now.instant());
        if (person.isEmpty() || !guests.isGuest(person.get())) {
            return false;
        }
        guests.known(here)
                .filter(own -> !own.equals(person.get()))
                .ifPresent(own -> guests.erase(here, request, response));
        audit.record(person, person.get(), Audit.Action.ACCESS_GIVEN, "SECOND_DEVICE");
        guests.recognise(person.get(), request, response);
        return true;
    }
}
