package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.modulith.moments.DayHasPassed;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Standing.Guest;
import org.unknot.account.Standing.Nobody;
import org.unknot.account.Standing.SharedLink;
import org.unknot.account.Standing.SignedIn;
import org.unknot.shared.PersonId;

/**
 * People without an account: an unguessable id in a signed cookie, no name, no contact, no server session. They are made by
 * their first post, never by looking, and erased by one tap or after 90 idle days (design.md §4).
 */
@Component
public class Guests {

    static final String COOKIE = "unknot_guest";
    static final Duration IDLE = Duration.ofDays(90);

    private final People people;
    private final GuestSignature signature;
    private final Gate gate;
    private final Erasure erasure;
    private final Now now;

    Guests(People people, GuestSignature signature, Gate gate, Erasure erasure, Now now) {
        this.people = people;
        this.signature = signature;
        this.gate = gate;
        this.erasure = erasure;
        this.now = now;
    }

    /** The guest who sends this request, made now if there is none yet. Only for posts. */
    @Transactional
    public Visitor admit(HttpServletRequest request, HttpServletResponse response) {
        Optional<Visitor> signedIn = Visitors.signedIn(request);
        if (signedIn.isPresent()) {
            return signedIn.get();
        }
        Visitor visitor = visitor(request);
        Optional<PersonId> known = known(visitor);
        if (known.isPresent()) {
            if (people.seen(known.get(), now.today())) {
                giveCookie(
                        known.get(), request, response); // ninety days count from the last visit, for the cookie, too
            }
            return visitor;
        }
        // Version 4, not 7: the id is a secret that opens a record, so no part of it may be guessed from the time.
        PersonId person = new PersonId(UuidCreator.getRandomBased());
        people.add(person, now.instant(), now.today());
        giveCookie(person, request, response);
        return Visitor.guest(person);
    }

    /** From now on this browser is that guest. */
    void recognise(PersonId guest, HttpServletRequest request, HttpServletResponse response) {
        people.seen(guest, now.today());
        giveCookie(guest, request, response);
    }

    boolean isGuest(PersonId person) {
        return people.isGuest(person);
    }

    private void giveCookie(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(signature.sign(person), IDLE, request).toString());
    }

    /** Who the cookie says it is, if the signature is ours. */
    Visitor visitor(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Visitor.NOBODY;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return signature.verify(cookie.getValue()).map(Visitor::guest).orElse(Visitor.NOBODY);
            }
        }
        return Visitor.NOBODY;
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
    }

    /**
     * The person whose record the visitor's pages are about, if they are still on record; a cookie outlives an erasure from
     * another device, and opens nothing once the person has an account.
     */
    public Optional<PersonId> known(Visitor visitor) {
        return visitor.person().filter(person -> switch (visitor.standing()) {
            case Nobody nobody -> false;
            case Guest guest -> people.isGuest(person);
            case SharedLink link -> people.exists(person);
            case SignedIn signedIn -> people.exists(person);
        });
    }

    /** Takes the cookie away: the plan is in an account now, and nowhere else. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString());
    }

    /**
     * Removes everything about the guest, here and in every module, and the cookie with it.
     *
     * @throws AccessDenied where that guest is not on record any more
     */
    @Transactional
    public void erase(Visitor guest, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = guest.person().orElseThrow(AccessDenied::new);
        gate.mayChange(guest, person, Purpose.ERASURE);
        erasure.erase(person);
        forget(request, response);
    }

    /** One at a time: who comes back during the night waits for nobody but themselves. */
    @EventListener
    public void on(DayHasPassed day) {
        LocalDate idleSince = day.getDate().minusDays(IDLE.toDays());
        people.guestsLastSeenBefore(idleSince).forEach(guest -> erasure.eraseIdle(guest, idleSince));
    }
}
