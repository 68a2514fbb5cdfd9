package org.unknot.session;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.account.AccessDenied;
import org.unknot.account.Gate;
import org.unknot.account.Purpose;
import org.unknot.account.Visitor;
import org.unknot.program.Program;
import org.unknot.program.ProgramItem;
import org.unknot.program.Programs;
import org.unknot.session.SessionStore.StoredScript;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;
import tools.jackson.databind.json.JsonMapper;

/** Makes scripts from what a person's program allows now, and says whether an older one may still be started. */
@Service
public class Scripts {

    /** A phone without a network may start a script for at most this long (design.md §5). */
    private static final Duration VALID = Duration.ofHours(24);

    private final Programs programs;
    private final Triage triage;
    private final SessionStore store;
    private final EaseScripts ease;
    private final Gate gate;
    private final Now now;
    private final JsonMapper json;
    private final ScriptWriter writer;

    Scripts(
            Programs programs,
            Triage triage,
            SessionStore store,
            EaseScripts ease,
            Gate gate,
            Now now,
            JsonMapper json,
            Texts texts,
            StepFigures figures,
            @Value("${unknot.script-shortening:1}") int shortening) {
        this.programs = programs;
        this.triage = triage;
        this.store = store;
        this.ease = ease;
        this.gate = gate;
        this.now = now;
        this.json = json;
        this.writer = new ScriptWriter(texts, new Tempo(shortening), figures);
    }

    /** A script of today's plan: the position of ease, then the stretches in their order. Empty when there is nothing to guide. */
    @Transactional
    public Optional<Script> ofToday(Visitor visitor) {
        return programs.today(visitor).flatMap(program -> kept(visitor, program));
    }

    private Optional<Script> kept(Visitor visitor, Program program) {
        PersonId person = visitor.person().orElseThrow(AccessDenied::new);
        gate.mayChange(visitor, person, Purpose.SESSION);
        return made(person, program);
    }

    /** A new script, for callers whose request has passed the gate. */
    Optional<Script> made(PersonId person, Program program) {
        List<Step> steps = steps(program);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Instant at = now.instant();
        Script script = new Script(
                UuidCreator.getTimeOrderedEpoch(),
                program.revision(),
                program.triage().value(),
                hash(json.writeValueAsString(steps)),
                validUntil(person, at),
                steps);
        store.addScript(script.id(), person, at, script.revision(), json.writeValueAsString(script));
        return Optional.of(script);
    }

    private List<Step> steps(Program program) {
        List<Step> steps = new ArrayList<>();
        for (ProgramItem item : program.items()) {
            switch (item) {
                case ProgramItem.Ease position -> steps.addAll(ease.steps(position.position(), position.seconds()));
                case ProgramItem.Stretch stretch -> steps.addAll(writer.stretch(stretch));
                case ProgramItem.Heat heat -> {}
                case ProgramItem.Walk walk -> {}
                case ProgramItem.Sleep sleep -> {}
                case ProgramItem.Breaks breaks -> {}
                case ProgramItem.Quiet quiet -> {}
            }
        }
        return steps;
    }

    /** Never past the time when the questions are to be asked again. */
    private Instant validUntil(PersonId person, Instant at) {
        Instant day = at.plus(VALID);
        return triage.current(person)
                .map(Triaged::verdict)
                .map(verdict -> verdict.recheckAt())
                .filter(recheck -> recheck.isBefore(day))
                .orElse(day);
    }

    private static String hash(String steps) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(steps.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * A script by its id, for whoever it was made; the ease scripts are everybody's.
     *
     * @throws AccessDenied when it is somebody else's, or there is none
     */
    @Transactional
    public Script openTo(Visitor visitor, UUID id) {
        Made made = made(id);
        made.person().ifPresent(person -> gate.mayRead(visitor, person, Purpose.SESSION));
        return made.script();
    }

    /** Whether it may be started now, or what is to be played instead. Asked by the phone before each start that has a network. */
    @Transactional
    public Start mayStart(Visitor visitor, UUID id, String revision) {
        Made made = made(id);
        if (made.person().isEmpty()) {
            return new Start.Go(made.script());
        }
        gate.mayRead(visitor, made.person().get(), Purpose.SESSION);
        if (!visitor.person().equals(made.person())) {
            throw new AccessDenied(); // to read how somebody trains is not to train
        }
        Script script = made.script();
        Optional<Program> today = programs.today(visitor);
        boolean same = today.filter(program -> program.revision().equals(script.revision())
                        && script.revision().equals(revision))
                .isPresent();
        if (same && now.instant().isBefore(script.validUntil())) {
            return new Start.Go(script);
        }
        return today.flatMap(program -> kept(visitor, program))
                .<Start>map(Start.Instead::new)
                .orElseGet(Start.Nothing::new);
    }

    /**
     * A script, and whose plan it is of: nobody's for the positions of ease, which are the same for everybody. For callers who ask
     * the gate for that person next, and only then for what is in it.
     */
    record Made(Optional<PersonId> person, Supplier<Script> body) {

        Script script() {
            return body.get();
        }
    }

    Made made(UUID id) {
        return ease.byId(id)
                .map(script -> new Made(Optional.empty(), () -> script))
                .orElseGet(() -> {
                    StoredScript stored = store.script(id).orElseThrow(AccessDenied::new);
                    return new Made(Optional.of(stored.person()), () -> json.readValue(stored.body(), Script.class));
                });
    }

    boolean isEase(UUID id) {
        return ease.byId(id).isPresent();
    }

    /** What a phone is told when it asks to start. */
    public sealed interface Start {

        /** Start this one. */
        record Go(Script script) implements Start {}

        /** Something changed since; play this one. */
        record Instead(Script script) implements Start {}

        /** There is nothing to be guided through any more; the plan says why. */
        record Nothing() implements Start {}
    }
}
