package org.unknot.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.unknot.guidance.EasePosition;
import org.unknot.guidance.Guidance;
import org.unknot.session.Cue.Tone;

/**
 * The first relief as scripts: a supported position with slow breathing. They are the same for everybody and never change for
 * a given content, so a phone can keep them before anything was asked. A record of one is nobody else's by nature.
 */
@Component
public class EaseScripts {

    /** They stand on no answers, so nothing makes them go out of date; a new content makes new ones. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private static final int SECONDS_TO_READ_A_STEP = 6;
    private static final int LEAST_READY_SECONDS = 15;

    private final Guidance guidance;
    private final Tempo tempo;
    private final StepFigures figures;
    private final Map<String, Script> byPosition = new LinkedHashMap<>();

    EaseScripts(Guidance guidance, StepFigures figures, @Value("${unknot.script-shortening:1}") int shortening) {
        this.guidance = guidance;
        this.figures = figures;
        this.tempo = new Tempo(shortening);
        for (EasePosition position : guidance.easePositions()) {
            byPosition.put(position.id(), script(position));
        }
    }

    private Script script(EasePosition position) {
        UUID id = UUID.nameUUIDFromBytes(("ease " + position.id()).getBytes(StandardCharsets.UTF_8));
        return new Script(id, "ease", null, guidance.contentHash(), ALWAYS, steps(position.id(), position.seconds()));
    }

    Optional<Script> byId(UUID id) {
        return byPosition.values().stream()
                .filter(script -> script.id().equals(id))
                .findFirst();
    }

    /** For example of {@code back-knees-up}. */
    public Optional<Script> byPosition(String position) {
        return Optional.ofNullable(byPosition.get(position));
    }

    /** Getting into the position, then breathing in it. */
    List<Step> steps(String id, int seconds) {
        EasePosition position =
                guidance.ease(id).orElseThrow(() -> new IllegalArgumentException("No position of ease " + id));
        int ready = tempo.seconds(Math.max(
                LEAST_READY_SECONDS, SECONDS_TO_READ_A_STEP * position.steps().size()));
        List<Cue> into = new ArrayList<>();
        for (String step : position.steps()) {
            int at = 1000 * ready * into.size() / position.steps().size();
            into.add(new Cue(at, step, into.isEmpty() ? Tone.READY : null));
        }
        int breathing = tempo.seconds(seconds);
        List<Cue> breath = new ArrayList<>();
        for (EasePosition.Cue cue : position.cues()) {
            if (cue.atSecond() < seconds) {
                int at = (int) (1000L * breathing * cue.atSecond() / seconds);
                breath.add(new Cue(at, cue.text(), breath.isEmpty() ? Tone.START : null));
            }
        }
        breath.add(new Cue(breathing * 1000, position.gettingUp().getFirst(), Tone.END));
        return List.of(
                step(position, "ready", Step.Role.GET_READY, ready, into),
                step(position, "breathe", Step.Role.BREATHE, breathing, breath));
    }

    private Step step(EasePosition position, String part, Step.Role role, int seconds, List<Cue> cues) {
        String figure = "ease-" + position.id();
        return new Step(
                figure + "-" + part,
                "ease",
                position.title(),
                null,
                role,
                seconds,
                false,
                List.of(1, 1),
                List.of(),
                cues,
                role == Step.Role.GET_READY ? figures.ready(figure, null) : figures.held(figure, null),
                position.needs(),
                null,
                List.of());
    }
}
