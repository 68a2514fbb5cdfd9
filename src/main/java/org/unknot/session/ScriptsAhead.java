package org.unknot.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.program.Tomorrow;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What a phone keeps before it is needed: the session of today, and that of tomorrow if today goes as expected. */
@Service
public class ScriptsAhead {

    /** A plan that is looked at often does not make a script each time. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final Scripts scripts;
    private final Programs programs;
    private final SessionStore store;
    private final Gate gate;
    private final Now now;
    private final Calendar calendar;
    private final JsonMapper json;

    ScriptsAhead(
            Scripts scripts,
            Programs programs,
            SessionStore store,
            Gate gate,
            Now now,
            Calendar calendar,
            JsonMapper json) {
        this.scripts = scripts;
        this.programs = programs;
        this.store = store;
        this.gate = gate;
        this.now = now;
        this.calendar = calendar;
        this.json = json;
    }

    /**
     * A script and from when on it is the one to start. Without a network the phone starts the last that has begun and is still
     * valid; with one the server is asked before each start as ever.
     */
    public record Ahead(Instant from, Script script) {}

    /** In the order of their days; none where there is nothing to guide, or nobody to guide. */
    @Transactional
    public List<Ahead> of(Visitor visitor) {
        return visitor.person().map(person -> of(visitor, person)).orElseGet(List::of);
    }

    private List<Ahead> of(Visitor visitor, PersonId person) {
        gate.mayChange(visitor, person, Purpose.SESSION);
        Optional<Ahead> today = programs.today(person).flatMap(program -> ahead(person, program, now.instant()));
        Optional<Ahead> tomorrow = programs.tomorrow(visitor)
                .map(Tomorrow::expected)
                .flatMap(program -> ahead(person, program, startOf(program.date())));
        return Stream.of(today, tomorrow).flatMap(Optional::stream).toList();
    }

    private Instant startOf(LocalDate day) {
        return calendar.days().startOf(day);
    }

    private Optional<Ahead> ahead(PersonId person, Program program, Instant from) {
        return store.latestScript(person, program.revision(), now.instant().minus(FRESH))
                .map(stored -> json.readValue(stored.body(), Script.class))
                .or(() -> scripts.made(person, program))
                .map(script -> new Ahead(from, script));
    }
}
