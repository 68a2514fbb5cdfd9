package org.unknot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Gate;
import org.unknot.account.Guests;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.program.Doing;
import org.unknot.program.Programs;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/**
 * Quiet minutes and the days on which there were some. There is no streak to break: it counts the days of the last seven, and a
 * bath, music, a hobby or a walk count like what we lead.
 */
@Service
public class QuietMinutes {

    public static final int DAYS = 7;

    /** What there is to choose from; the first three are led or rung by us. */
    public static final Set<String> KINDS =
            Set.of("breathing", "body-scan", "silent", "bath", "music", "hobby", "walk");

    private final QuietStore store;
    private final Gate gate;
    private final Guests guests;
    private final Programs programs;
    private final Now now;
    private final Calendar calendar;

    QuietMinutes(QuietStore store, Gate gate, Guests guests, Programs programs, Now now, Calendar calendar) {
        this.store = store;
        this.gate = gate;
        this.guests = guests;
        this.programs = programs;
        this.now = now;
        this.calendar = calendar;
    }

    /**
     * Some minutes as somebody tells them.
     *
     * @param startedAt by our clock
     * @param zone where the person was; empty means: where the clinic is
     * @param before tension before, 0 to 10, if told
     */
    public record Told(
            String kind,
            Instant startedAt,
            Optional<ZoneId> zone,
            int seconds,
            Optional<PainScore> before,
            Optional<PainScore> after) {}

    /** Some minutes, looked back on; tension is 0 to 10. */
    public record Past(
            Instant startedAt, String kind, Duration lasted, Optional<PainScore> before, Optional<PainScore> after) {}

    /** The newest first, for callers whose request has passed the gate. */
    @Transactional(readOnly = true)
    public List<Past> past(PersonId person, int most) {
        return store.newest(person, most);
    }

    /** One of the last seven days, and whether there were quiet minutes on it. */
    public record Day(LocalDate date, boolean quiet) {}

    /** The last seven days, today last. */
    public record Week(List<Day> days) {

        public int quietDays() {
            return (int) days.stream().filter(Day::quiet).count();
        }
    }

    /** By the phone's clock, of which {@code sentAt} tells how far it is off; never later than now. */
    public Instant byOurClock(Instant phone, Optional<Instant> sentAt) {
        Instant ours = sentAt.map(sent -> phone.plus(Duration.between(sent, now.instant())))
                .orElse(phone);
        return ours.isAfter(now.instant()) ? now.instant() : ours;
    }

    public Instant rightNow() {
        return now.instant();
    }

    /** Keeps it once, however often it is told, and tells the plan; more seconds and a tension after are added to it. @return whether it is new */
    @Transactional
    public boolean take(Visitor visitor, UUID id, Told told) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayChange(visitor, person, Purpose.SESSION);
        LocalDate day = day(told.startedAt(), told.zone());
        boolean first = store.add(id, person, now.instant(), day, told);
        if (!first && !store.addTo(id, person, told)) {
            throw new AccessDenied();
        }
        programs.did(new Doing(id, person, Doing.Item.QUIET, told.startedAt(), Duration.ofSeconds(told.seconds())));
        return first;
    }

    /** Where nobody said where they are, they are where the clinic is, and its days come one after the other as they do for it. */
    private LocalDate day(Instant at, Optional<ZoneId> where) {
        return where.map(zone -> QuietDay.of(at, zone)).orElseGet(() -> QuietDay.of(at, calendar.days()));
    }

    /** The last seven days; none of them quiet for whoever is not known. */
    @Transactional
    public Week week(Visitor visitor, Optional<ZoneId> where) {
        LocalDate today = day(now.instant(), where);
        Set<LocalDate> quiet = guests.known(visitor)
                .map(person -> {
                    gate.mayRead(visitor, person, Purpose.SESSION);
                    return store.days(person, today.minusDays(DAYS - 1L), today);
                })
                .orElse(Set.of());
        return new Week(IntStream.range(0, DAYS)
                .mapToObj(ago -> today.minusDays(DAYS - 1L - ago))
                .map(date -> new Day(date, quiet.contains(date)))
                .toList());
    }
}
