package org.unknot.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unknot.exercise.Dose;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.Instruction;
import org.unknot.exercise.Instruction.Role;
import org.unknot.exercise.MovementTag;
import org.unknot.program.Lock;
import org.unknot.program.ProgramItem;
import org.unknot.session.Cue.Tone;
import org.unknot.session.OnStop.Reason;
import org.unknot.session.OnStop.Show;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/** Writes the steps of a stretch: time to get ready, then the hold, for each side in full, with every easier form inside. */
final class ScriptWriter {

    /** WCAG 2.2.1 and design-language.md §4: nothing starts by itself sooner than this. */
    private static final int LEAST_READY_SECONDS = 10;

    private static final int SECONDS_TO_READ_A_CUE = 5;
    private static final int REST_SECONDS = 30;
    private static final int LAST_SECONDS = 3;

    private static final Set<MovementTag> POSITIONS =
            Set.of(MovementTag.SUPINE, MovementTag.PRONE, MovementTag.SIDE_LYING, MovementTag.KNEELING);

    private final Texts texts;
    private final Tempo tempo;
    private final StepFigures figures;

    ScriptWriter(Texts texts, Tempo tempo, StepFigures figures) {
        this.texts = texts;
        this.tempo = tempo;
        this.figures = figures;
    }

    List<Step> stretch(ProgramItem.Stretch item) {
        List<Step> steps = new ArrayList<>();
        Dose dose = item.dose();
        for (int repetition = 1; repetition <= dose.repetitions(); repetition++) {
            for (@Nullable Side side : sides(dose)) {
                String id = item.exercise().id().value() + "-" + repetition + (side == null ? "" : "-" + side.word());
                boolean first = repetition == 1 && (side == null || side == Side.LEFT);
                Part part = new Part(id, side, List.of(repetition, dose.repetitions()), dose);
                steps.add(getReady(item.exercise(), part, first));
                steps.add(hold(item.exercise(), item.easierForms(), part));
            }
        }
        return steps;
    }

    /** What the steps for one side and repetition have in common. */
    private record Part(String id, @Nullable Side side, List<Integer> repetition, Dose dose) {}

    private static List<@Nullable Side> sides(Dose dose) {
        return switch (dose.sides()) {
            case BOTH -> Arrays.asList(Side.LEFT, Side.RIGHT);
            case NONE -> Arrays.asList((Side) null);
        };
    }

    private Step getReady(Exercise exercise, Part part, boolean first) {
        List<String> said = first
                ? Stream.of(Role.PREPARE, Role.MOVE)
                        .flatMap(role -> sentences(exercise, role, part.side()))
                        .toList()
                : sentences(exercise, Role.MOVE, part.side()).toList();
        int seconds = tempo.seconds(Math.max(LEAST_READY_SECONDS, SECONDS_TO_READ_A_CUE * said.size()));
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Tone tone = i > 0 ? null : first ? Tone.READY : Tone.SWITCH;
            cues.add(new Cue(1000 * seconds * i / said.size(), said.get(i), tone));
        }
        return new Step(
                part.id() + "-ready",
                exercise.id().value(),
                exercise.title(),
                part.side(),
                Step.Role.GET_READY,
                seconds,
                false,
                part.repetition(),
                sorted(exercise.tags()),
                cues,
                figures.ready(exercise.id().value(), part.side()),
                first ? exercise.needs() : List.of(),
                null,
                List.of());
    }

    private Step hold(Exercise exercise, List<Exercise> easier, Part part) {
        Step next = easier.isEmpty()
                ? rest(part)
                : hold(easier.getFirst(), easier.subList(1, easier.size()), easierPart(part, easier.getFirst()));
        int seconds = tempo.seconds(part.dose().targetSeconds());
        return new Step(
                part.id(),
                exercise.id().value(),
                exercise.title(),
                exercise.dose().sides() == Dose.Sides.BOTH ? part.side() : null,
                Step.Role.HOLD,
                seconds,
                part.dose().asAble(),
                part.repetition(),
                sorted(exercise.tags()),
                holdCues(exercise, part, seconds),
                figures.held(exercise.id().value(), part.side()),
                exercise.needs(),
                next,
                onStop(exercise, part));
    }

    /** The dose of the day still binds the easier form: never longer than its own limit allows. */
    private static Part easierPart(Part part, Exercise form) {
        return new Part(part.id() + "-" + form.id().value(), part.side(), part.repetition(), form.dose());
    }

    private List<Cue> holdCues(Exercise exercise, Part part, int seconds) {
        int ms = seconds * 1000;
        List<Cue> cues = new ArrayList<>();
        cues.add(new Cue(0, texts.text("session.cue.hold"), Tone.START));
        sentences(exercise, Role.BREATHE, part.side())
                .findFirst()
                .ifPresent(breathe -> cues.add(new Cue(ms / 4, breathe, null)));
        cues.add(new Cue(ms / 2, texts.text("session.cue.half"), Tone.HALF));
        if (seconds > 2 * LAST_SECONDS) {
            sentences(exercise, Role.SAFETY, part.side())
                    .findFirst()
                    .ifPresent(safety -> cues.add(new Cue(ms * 2 / 3, safety, null)));
            cues.add(new Cue(ms - LAST_SECONDS * 1000, texts.text("session.cue.last"), Tone.LAST));
        }
        cues.add(new Cue(ms, texts.text("session.cue.end"), Tone.END));
        return cues;
    }

    private List<OnStop> onStop(Exercise exercise, Part part) {
        List<MovementTag> movements = movements(exercise);
        return List.of(
                new OnStop(Reason.PAIN, movements, rest(part), Show.REST),
                new OnStop(Reason.SPREADING, movements, null, Show.RECHECK),
                new OnStop(Reason.NUMB, movements, null, Show.EMERGENCY_CHECK),
                new OnStop(Reason.TIRED, List.of(), rest(part), Show.REST),
                new OnStop(Reason.OTHER, List.of(), rest(part), Show.REST));
    }

    /** What later steps must not ask for again today: the direction, or where it has none, the movement itself. */
    private static List<MovementTag> movements(Exercise exercise) {
        Set<MovementTag> direction = Lock.tags(exercise.direction());
        Set<MovementTag> movements = direction.isEmpty() ? exercise.tags() : direction;
        return sorted(movements).stream()
                .filter(tag -> !POSITIONS.contains(tag))
                .toList();
    }

    private Step rest(Part part) {
        return new Step(
                part.id() + "-rest",
                "rest",
                texts.text("session.rest.title"),
                null,
                Step.Role.REST,
                tempo.seconds(REST_SECONDS),
                false,
                List.of(1, 1),
                List.of(),
                List.of(new Cue(0, texts.text("session.cue.rest"), null)),
                figures.rest(),
                List.of(),
                null,
                List.of());
    }

    private Stream<String> sentences(Exercise exercise, Role role, @Nullable Side side) {
        return exercise.instructions().stream()
                .filter(instruction -> instruction.role() == role)
                .map(Instruction::text)
                .map(text -> side == null ? text : sided(text, side));
    }

    private String sided(String text, Side side) {
        return text.replace("{side}", texts.text("session.side." + side.word()))
                .replace("{other}", texts.text("session.side." + side.other().word()));
    }

    private static List<MovementTag> sorted(Set<MovementTag> tags) {
        return tags.stream().sorted().toList();
    }
}
