package org.unknot.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.PersonalRows.Kept;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Cursor;
import org.unknot.shared.PersonId;
import org.unknot.shared.RateLimit;
import org.unknot.shared.RateLimits;

/**
 * A person's copy of everything that is kept about them: the rows of every module, and the log of who looked at them. Making one
 * reads all there is, so it is rationed.
 */
@Component
public class Copies {

    private static final int COPIES = 5;

    private final List<PersonalRows> personalRows;
    private final People people;
    private final Gate gate;
    private final Audit audit;
    private final Now now;
    private final RateLimit rations;

    Copies(List<PersonalRows> personalRows, People people, Gate gate, Audit audit, RateLimits limits, Now now) {
        this.personalRows = List.copyOf(personalRows);
        this.people = people;
        this.gate = gate;
        this.audit = audit;
        this.now = now;
        this.rations = limits.of(COPIES, Duration.ofHours(1));
    }

    /**
     * The copy; empty when too many were made within the hour.
     *
     * @throws AccessDenied when the record is not the visitor's to copy
     */
    @Transactional
    public Optional<Copy> of(Visitor visitor) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        if (!rations.tryTake(visitor.actor().toString() + person)) {
            return Optional.empty();
        }
        gate.mayExport(visitor, person);
        List<Kept> tables = personalRows.stream()
                .flatMap(rows -> rows.export(person).stream())
                .sorted(Comparator.comparing(Kept::table))
                .toList();
        List<Logged> log = Stream.concat(people.formerly(person).stream(), Stream.of(person))
                .flatMap(subject -> trail(subject).stream().map(entry -> new Logged(subject, entry)))
                .toList();
        return Optional.of(new Copy(person, now.instant(), tables, log));
    }

    /** All of it, the oldest first. */
    private List<Audit.Entry> trail(PersonId subject) {
        List<Audit.Entry> entries = new ArrayList<>();
        Optional<Cursor> before = Optional.empty();
        List<Audit.Entry> some;
        do {
            some = audit.trail(subject, before, Audit.MOST_AT_ONCE);
            entries.addAll(some);
            before = some.isEmpty()
                    ? Optional.empty()
                    : Optional.of(some.getLast().cursor());
        } while (some.size() == Audit.MOST_AT_ONCE);
        return entries.reversed();
    }

    /**
     * Everything, as it was at one moment.
     *
     * @param tables a table each, by name
     */
    public record Copy(PersonId person, Instant at, List<Kept> tables, List<Logged> log) {}

    /**
     * An entry of the log.
     *
     * @param subject the person, or the guest they were before
     */
    public record Logged(PersonId subject, Audit.Entry entry) {}
}
