package org.unknot.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;

/**
 * What a person agreed to: which text in which version, when, and by whose hand. For a child under 16 only a guardian
 * consents, and as long as nobody told an age there is no consent at all.
 */
@Component
public class Consents {

    private final ConsentsGiven given;
    private final Gate gate;
    private final Now now;

    Consents(ConsentsGiven given, Gate gate, Now now) {
        this.given = given;
        this.gate = gate;
        this.now = now;
    }

    /** Whether the person agrees now; for what is not about being contacted the channel is {@link Channel#NONE}. */
    public boolean holds(PersonId person, ConsentAbout about, Channel channel) {
        return given.holds(person, about, channel);
    }

    /** All that were ever given, newest first. */
    public List<Consent> history(PersonId person) {
        return given.history(person);
    }

    /**
     * Gives a consent; what is given already stays as it was.
     *
     * @param version of the text that was on the page, from 1
     * @throws AccessDenied when the one who gives may not: a child alone, or whoever has not been asked for their age
     */
    @Transactional
    public void give(Visitor by, PersonId person, ConsentAbout about, Channel channel, int version) {
        gate.mayGive(by, person, Purpose.CONSENT);
        if ((about == ConsentAbout.CLINIC_SEES_RECORD) != (channel == Channel.NONE)) {
            throw new BadInput("channel", "a channel for what is about being contacted, else none", "EMAIL");
        }
        given.give(person, about, channel, version, now.instant(), by.actor().orElseThrow());
    }

    /** Takes a consent back, from this moment on; taking back what is not there changes nothing. */
    @Transactional
    public void withdraw(Visitor by, PersonId person, ConsentAbout about, Channel channel) {
        gate.mayChange(by, person, Purpose.CONSENT);
        given.withdraw(person, about, channel, now.instant(), by.actor().orElseThrow());
    }

    /**
     * Keeps what was told about the person's age; what was told before stays as a row. What was told of a child only a guardian
     * tells otherwise.
     *
     * @param sixteenOn the day on which they turn 16; empty for those who are 16 or over
     */
    @Transactional
    public void tellAge(Visitor by, PersonId person, Optional<LocalDate> sixteenOn) {
        gate.mayChange(by, person, Purpose.ACCOUNT);
        if (sixteenOn
                .filter(day ->
                        !day.isAfter(now.today()) || day.isAfter(now.today().plusYears(16)))
                .isPresent()) {
            throw new BadInput("sixteenOn", "a day within the next 16 years", "2031-04-12");
        }
        boolean own = by.actor().filter(person::equals).isPresent();
        if (own && underSixteen(person)) {
            throw new AccessDenied(); // a child does not grow older by saying so
        }
        given.tellAge(person, sixteenOn, now.instant(), by.actor().orElseThrow());
    }

    /** Whether somebody told an age at all. */
    public boolean ageIsTold(PersonId person) {
        return given.sixteenOn(person).isPresent();
    }

    /** Whether the person was said to be a child, and has not turned 16 since. */
    public boolean underSixteen(PersonId person) {
        return given.sixteenOn(person)
                .flatMap(told -> told)
                .filter(day -> day.isAfter(now.today()))
                .isPresent();
    }

    /**
     * A consent as it was given.
     *
     * @param withdrawnAt empty while it holds
     */
    public record Consent(
            ConsentAbout about,
            Channel channel,
            int version,
            Instant at,
            PersonId by,
            Optional<Instant> withdrawnAt,
            Optional<PersonId> withdrawnBy) {}
}
