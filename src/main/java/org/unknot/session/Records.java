package org.unknot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.program.Allowed;
import org.unknot.program.Programs;
import org.unknot.program.SessionReport;
import org.unknot.session.SessionStore.StoredRecord;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what happened. Facts are never refused, not even of a stale or since-forbidden script; only a record of somebody
 * else's script is. Sending twice, or again with more, stores once.
 */
@Service
public class Records {

    private static final Set<String> NO_EXERCISE = Set.of("rest", "ease", "quiet");

    private final Scripts scripts;
    private final SessionStore store;
    private final Programs programs;
    private final Gate gate;
    private final Now now;
    private final JsonMapper json;

    Records(Scripts scripts, SessionStore store, Programs programs, Gate gate, Now now, JsonMapper json) {
        this.scripts = scripts;
        this.store = store;
        this.programs = programs;
        this.gate = gate;
        this.now = now;
        this.json = json;
    }

    /**
     * Stores the record and tells {@code program} how each step went, both or neither.
     *
     * @throws BadInput naming the field that cannot be read
     * @throws AccessDenied when the script or the record is somebody else's
     */
    @Transactional
    public Receipt take(Visitor visitor, UUID id, JsonNode body) {
        PersonId own = visitor.person().orElseThrow(AccessDenied::new);
        SessionRecord run = RecordReader.read(id, body);
        // Who looks after somebody may send what the two did before it was over; no record gets another's script.
        Scripts.Made made = scripts.made(run.script());
        PersonId person = made.person().orElse(own);
        gate.mayChange(visitor, person, Purpose.SESSION);
        Script script = made.script();
        StoredRecord stored = noticed(person, script, run, body);
        boolean first = store.addRecord(stored);
        if (!first) {
            stored = again(person, run, body);
        }
        SessionRecord kept = RecordReader.read(id, json.readTree(stored.body()));
        if (first || kept.equals(run)) {
            programs.report(report(person, script, kept, stored));
        }
        return receipt(script, kept, stored, first);
    }

    private StoredRecord noticed(PersonId person, Script script, SessionRecord run, JsonNode body) {
        boolean ease = scripts.isEase(script.id());
        Allowed allowed = ease ? null : programs.allowedNow(person);
        List<String> forbidden = allowed == null ? List.of() : forbidden(allowed, script, run);
        boolean stale = allowed != null && !allowed.revision().equals(script.revision());
        Integer skew = run.sentAt()
                .map(sent -> (int) Math.clamp(
                        Duration.between(now.instant(), sent).toSeconds(), Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(null);
        return new StoredRecord(
                run.id(),
                person,
                script.id(),
                now.instant(),
                run.startedAt(),
                skew,
                stale,
                forbidden,
                json.writeValueAsString(body));
    }

    private static List<String> forbidden(Allowed now, Script script, SessionRecord run) {
        Set<String> allowed =
                now.exercises().stream().map(exercise -> exercise.value()).collect(Collectors.toSet());
        return HeldSeconds.of(script, run.events()).keySet().stream()
                .filter(exercise -> !NO_EXERCISE.contains(exercise) && !allowed.contains(exercise))
                .toList();
    }

    /** A second sending: what is stored stays, and what only adds to it is added. */
    private StoredRecord again(PersonId person, SessionRecord run, JsonNode body) {
        StoredRecord stored = store.recordForUpdate(run.id()).orElseThrow(AccessDenied::new);
        if (!stored.person().equals(person)) {
            throw new AccessDenied();
        }
        SessionRecord before = RecordReader.read(run.id(), json.readTree(stored.body()));
        if (run.equals(before) || !run.continues(before)) {
            return stored;
        }
        String longer = json.writeValueAsString(body);
        store.addTo(run.id(), longer);
        return new StoredRecord(
                stored.id(),
                person,
                stored.script(),
                stored.receivedAt(),
                stored.startedAt(),
                stored.skewSeconds(),
                stored.stale(),
                stored.forbidden(),
                longer);
    }

    private SessionReport report(PersonId person, Script script, SessionRecord run, StoredRecord stored) {
        return new SessionReport(
                person, run.id(), byOurClock(run, stored), run.before(), Outcomes.of(script, run), run.after());
    }

    /**
     * When it began: the phone's clock, put right by what it said when it sent, and never later than it came. A phone whose
     * clock is wrong must not date a stop before the answers that it puts in doubt, nor after all that are still to come.
     */
    private static Instant byOurClock(SessionRecord run, StoredRecord stored) {
        Integer ahead = stored.skewSeconds();
        Instant began = run.startedAt().minusSeconds(ahead == null ? 0 : ahead);
        return began.isBefore(stored.receivedAt()) ? began : stored.receivedAt();
    }

    private static Receipt receipt(Script script, SessionRecord run, StoredRecord stored, boolean first) {
        return new Receipt(
                stored.id(),
                stored.script(),
                true,
                first,
                stored.stale(),
                stored.forbidden(),
                HeldSeconds.of(script, run.events()));
    }
}
