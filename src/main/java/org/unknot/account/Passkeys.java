package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.CeremonyStore.Ceremony;
import org.unknot.account.CeremonyStore.Kind;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * Passkeys: made by a guest, whose plan then has an account, by somebody new, or as one more by somebody signed in; and used to
 * sign in without typing anything. A challenge is answered once, within five minutes, by the visitor who got it.
 */
@Component
public class Passkeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasskeyStore passkeys;
    private final CeremonyStore ceremonies;
    private final RelyingParty party;
    private final Accounts accounts;
    private final Guests guests;
    private final SignIns signIns;
    private final Freshness freshness;
    private final Letters letters;
    private final Now now;

    Passkeys(
            PasskeyStore passkeys,
            CeremonyStore ceremonies,
            RelyingParty party,
            Accounts accounts,
            Guests guests,
            SignIns signIns,
            Freshness freshness,
            Letters letters,
            Now now) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.party = party;
        this.accounts = accounts;
        this.guests = guests;
        this.signIns = signIns;
        this.freshness = freshness;
        this.letters = letters;
        this.now = now;
    }

    /**
     * What a browser is asked to do.
     *
     * @param options for {@code navigator.credentials}, as JSON
     */
    public record Challenge(UUID id, String options) {}

    public List<Passkey> of(PersonId person) {
        return passkeys.of(person);
    }

    /**
     * Begins to make one.
     *
     * @param name by which the phone will offer it, for example the day
     * @throws NotFresh for somebody signed in whose proof is old
     */
    @Transactional
    public Challenge toMake(Visitor visitor, String name) {
        Optional<PersonId> person = maker(visitor);
        byte[] handle = person.flatMap(passkeys::handle).orElseGet(() -> random(32));
        String shown = person.flatMap(accounts::contact).flatMap(Contact::email).orElse(name);
        byte[] challenge = random(32);
        return begin(Kind.MAKE, challenge, person, Optional.of(handle), party.toMake(challenge, handle, shown));
    }

    /** Keeps the passkey that the browser made, opens the account if there is none, and signs in by it. */
    @Transactional
    public PersonId made(
            Visitor visitor, UUID id, String answer, HttpServletRequest request, HttpServletResponse response) {
        Ceremony ceremony = ceremonies.take(id, Kind.MAKE, now.instant()).orElseThrow(Passkeys::refused);
        if (!maker(visitor).equals(ceremony.person())) {
            throw refused();
        }
        byte[] handle = ceremony.handle().orElseThrow(Passkeys::refused);
        PersonId person = ceremony.person().orElseGet(accounts::open);
        boolean opened = ceremony.person().isEmpty() || accounts.open(person);
        passkeys.addHolder(person, handle);
        String device = Device.of(
                        Optional.ofNullable(request.getHeader("User-Agent")).orElse(""))
                .words();
        if (party.made(ceremony.challenge(), handle, answer, device).isEmpty()) {
            throw refused();
        }
        if (!opened) {
            letters.passkeyAdded(person, device);
        }
        signIns.signIn(person, request, response, Factor.PASSKEY);
        return person;
    }

    /** Whoever is on record here, guest or signed in; for the latter the proof must be fresh. */
    private Optional<PersonId> maker(Visitor visitor) {
        if (visitor.standing() instanceof SignedIn signedIn) {
            freshness.require(visitor);
            return Optional.of(signedIn.self());
        }
        return visitor.standing() instanceof Guest ? guests.known(visitor) : Optional.empty();
    }

    @Transactional
    public Challenge toUse() {
        byte[] challenge = random(32);
        return begin(Kind.USE, challenge, Optional.empty(), Optional.empty(), party.toUse(challenge));
    }

    /** Signs in whoever's passkey it is. Not one transaction: a challenge that was answered wrongly is used up. */
    public PersonId used(UUID id, String answer, HttpServletRequest request, HttpServletResponse response) {
        Ceremony ceremony = ceremonies.take(id, Kind.USE, now.instant()).orElseThrow(Passkeys::refused);
        PersonId person = party.used(ceremony.challenge(), answer)
                .flatMap(passkeys::holder)
                .orElseThrow(Passkeys::refused);
        signIns.signIn(person, request, response, Factor.PASSKEY);
        return person;
    }

    /**
     * Takes one of one's own away.
     *
     * @throws NotFresh when the proof is old
     */
    @Transactional
    public boolean remove(Visitor visitor, UUID passkey) {
        PersonId person = freshness.require(visitor);
        boolean removed = passkeys.remove(person, passkey);
        if (removed) {
            letters.passkeyRemoved(person);
        }
        return removed;
    }

    private Challenge begin(
            Kind kind, byte[] challenge, Optional<PersonId> person, Optional<byte[]> handle, String options) {
        UUID id = UuidCreator.getRandomBased();
        Instant at = now.instant();
        ceremonies.add(new Ceremony(id, kind, challenge, person, handle), at, at.plus(RelyingParty.PATIENCE));
        return new Challenge(id, options);
    }

    /** The same for everything that can be wrong, so that it tells nothing of what exists. */
    private static BadInput refused() {
        return new BadInput(
                "credential", "a passkey's answer to a question of ours that is not answered yet", "a new try");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
