package org.unknot.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.unknot.program.SessionReport.After;
import org.unknot.program.StepOutcome.Where;
import org.unknot.shared.PainScore;

/**
 * What happened in one run, as the phone wrote it down: facts, only added to.
 *
 * @param id made by the phone (UUIDv7), so that sending twice stores once
 * @param sentAt the phone's clock when it sent, to tell how wrong that clock is
 */
record SessionRecord(
        UUID id,
        UUID script,
        String revision,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> sentAt,
        List<Event> events,
        Optional<PainScore> before,
        Optional<After> after) {

    SessionRecord {
        events = List.copyOf(events);
    }

    /** Whether this is the other one with nothing changed and perhaps more added. */
    boolean continues(SessionRecord earlier) {
        return script.equals(earlier.script)
                && events.size() >= earlier.events.size()
                && events.subList(0, earlier.events.size()).equals(earlier.events)
                && (earlier.after.isEmpty() || earlier.after.equals(after));
    }

    /**
     * One line of what happened.
     *
     * @param atMs since the start, pauses included
     * @param heldMs time held in {@code form}, or in the step's own exercise where form is null
     */
    record Event(
            int n,
            long atMs,
            Type type,
            @Nullable String step,
            OnStop.@Nullable Reason reason,
            @Nullable PainScore pain,
            @Nullable Where where,
            @Nullable Long heldMs,
            @Nullable String form) {}

    /** What the person or the clock did. */
    enum Type {
        START,
        PAUSE,
        RESUME,
        SKIP,
        EASIER,
        EXTEND,
        REPEAT,
        STOP,
        DONE,
        FINISH
    }
}
