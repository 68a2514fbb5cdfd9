package org.unknot.guidance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.unknot.account.ClinicWords;
import org.unknot.calendar.Calendar;
import org.unknot.calendar.Days;
import org.unknot.calendar.Days.Turn;
import org.unknot.shared.PersonId;
import tools.jackson.core.JacksonException;

/**
 * The one home of the clinic's settings. What the owner set last holds, from the moment it is set; another node of the same
 * clinic follows within seconds. Where nobody set anything, what the operator gave at the start holds. Pages for emergencies
 * read it, so a database that is away changes nothing: what was known last stays. Its time zone makes the calendar.
 */
@Component
public class Clinic implements Calendar, ClinicWords {

    private static final Logger LOG = LoggerFactory.getLogger(Clinic.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Instant NEVER_ASKED = Instant.MIN;

    private final ClinicSettings atStart;
    private final ZoneId zoneAtStart;
    private final SettingsStore store;
    private final Now now;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicReference<Held> held;

    Clinic(ClinicSettings atStart, @Value("${unknot.zone}") String zone, SettingsStore store, Now now) {
        this.atStart = atStart;
        this.zoneAtStart = Zones.given("unknot.zone", zone);
        this.store = store;
        this.now = now;
        this.held = new AtomicReference<>(new Held(atStart, Days.in(firstZone()), NEVER_ASKED));
    }

    private record Held(ClinicSettings settings, Days days, Instant until) {

        /** A clock that was set back makes nothing fresh for longer. */
        boolean isFresh(Instant at) {
            return at.isBefore(until) && !at.plus(FRESH).isBefore(until);
        }
    }

    /** As they are now. Asks the database behind the caller's back: a page for an emergency never waits for it, but for the first. */
    public ClinicSettings settings() {
        return known().settings();
    }

    /** By every zone that was ever set, each from the moment on when it was. */
    @Override
    public Days days() {
        return known().days();
    }

    private Held known() {
        Held last = held.get();
        Instant at = now.instant();
        if (last.isFresh(at) || !asking.compareAndSet(false, true)) {
            return last;
        }
        if (last.until().equals(NEVER_ASKED)) {
            return ask(last, at);
        }
        Thread.ofVirtual().name("settings-of-the-clinic").start(() -> ask(last, at));
        return last;
    }

    private Held ask(Held last, Instant at) {
        try {
            Held next = read(at);
            held.compareAndSet(last, next); // unless they were set meanwhile
            return next;
        } catch (DataAccessException | TransactionException | JacksonException away) {
            LOG.debug("Settings of the clinic could not be read; what was known stays", away);
            held.compareAndSet(last, new Held(last.settings(), last.days(), at.plus(FRESH)));
            return last;
        } finally {
            asking.set(false);
        }
    }

    private Held read(Instant at) {
        List<Turn> turns = store.zones().stream()
                .map(set -> new Turn(set.from(), set.zone().isEmpty() ? firstZone() : ZoneId.of(set.zone())))
                .toList();
        return new Held(store.last().orElse(atStart), Days.of(firstZone(), turns), at.plus(FRESH));
    }

    private ZoneId firstZone() {
        return atStart.ownZone().orElse(zoneAtStart);
    }

    /** As the operator gave them; the program does not start with a pack that it does not have. */
    ClinicSettings atStart() {
        return atStart;
    }

    /** Sets them anew; those before are kept as history. For callers who have made sure that they may. */
    public void set(ClinicSettings settings, PersonId by) {
        store.add(settings, by, now.instant());
        held.set(read(now.instant()));
    }

    /** Who set them when, the newest first. */
    public List<Version> history() {
        return store.history();
    }

    /** As they were set once. */
    public Optional<Version> version(UUID id) {
        return store.version(id);
    }

    @Override
    public String onSignIn() {
        return settings().says().signIn();
    }

    @Override
    public String onPrivacy() {
        return settings().says().privacy();
    }

    @Override
    public String underLetters() {
        return settings().says().letters();
    }

    /** Settings as somebody set them once; by nobody where the operator did. */
    public record Version(UUID id, ClinicSettings settings, Instant at, Optional<PersonId> by) {}
}
