package org.unknot.program;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.unknot.calendar.Days;
import org.unknot.content.ContentFiles;
import org.unknot.exercise.Catalogue;
import org.unknot.exercise.Direction;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.ExerciseId;
import org.unknot.exercise.MovementTag;
import org.unknot.exercise.Position;
import org.unknot.program.judge.Offered;
import org.unknot.program.judge.Told;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Answers;
import org.unknot.triage.Clearance;
import org.unknot.triage.Disposition;
import org.unknot.triage.Level;
import org.unknot.triage.Reason;
import org.unknot.triage.TriageId;
import org.unknot.triage.Triaged;
import org.unknot.triage.Verdict;

/** Turns what the judge's people told into situations, and programs into what the judge can read. */
final class Telling {

    static final Path EXERCISE_FILES = Path.of("src/main/resources/content/exercise");
    static final LocalDate DAY0 = LocalDate.of(2026, 3, 2);
    static final PersonId PERSON = new PersonId(new UUID(7, 1));
    static final Repertoire REPERTOIRE = new Repertoire(new Catalogue(ContentFiles.ofProgram()).all());

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final PersonId CLINICIAN = new PersonId(new UUID(7, 2));

    private static final Map<String, QuestionId> QUESTIONS = new HashMap<>();
    private static final Map<String, ExerciseId> EXERCISES = new HashMap<>();

    private Telling() {}

    static Situation situation(Told told) {
        return situation(told, 10);
    }

    static Situation situation(Told told, int hour) {
        Instant now = at(told.day(), hour);
        return new Situation(
                triaged(told, now),
                Optional.of(new Episode(
                        new EpisodeId(new UUID(7, 3)),
                        PERSON,
                        DAY0,
                        at(0, 8),
                        Optional.of(new Episode.Closing(now)).filter(closing -> told.closed()))),
                now,
                Days.in(ZONE),
                history(told, now),
                told.locked().stream()
                        .map(direction -> new Lock(
                                Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                                new UUID(7, 4),
                                now.minus(Duration.ofHours(2))))
                        .toList(),
                told.forbidden().stream()
                        .map(forbidden -> avoidance(forbidden, now))
                        .toList(),
                List.of());
    }

    private static Triaged triaged(Told told, Instant now) {
        Map<QuestionId, Answer> given = new HashMap<>();
        told.answers().forEach((question, answer) -> given.put(id(question), answer(answer)));
        Answers answers = new Answers(
                told.age(),
                Optional.of(told.sex())
                        .filter(sex -> !sex.isEmpty())
                        .map(sex -> Answers.Sex.valueOf(sex.toUpperCase(Locale.ROOT))),
                Optional.of(told.day()),
                Optional.empty(),
                given);
        Verdict verdict = new Verdict(
                disposition(Level.valueOf(told.level())),
                told.cleared().stream().map(Clearance::valueOf).collect(Collectors.toSet()),
                told.open().map(QuestionId::new),
                told.stale() ? now : now.plus(Duration.ofHours(48)));
        return new Triaged(new TriageId(new UUID(7, 5)), PERSON, now.minus(Duration.ofHours(1)), answers, verdict);
    }

    /** Checking an id costs more than planning a day, and the same thirty come again for everybody. */
    private static QuestionId id(String question) {
        return QUESTIONS.computeIfAbsent(question, QuestionId::new);
    }

    private static ExerciseId exercise(String id) {
        return EXERCISES.computeIfAbsent(id, ExerciseId::new);
    }

    private static Answer answer(String word) {
        return switch (word) {
            case "yes" -> Answer.YES;
            case "no" -> Answer.NO;
            case "unsure" -> Answer.UNSURE;
            default -> throw new IllegalArgumentException(word);
        };
    }

    static Disposition disposition(Level level) {
        List<Reason> reasons = List.of(new Reason("told", "You told us so.", "triage"));
        return switch (level) {
            case EMERGENCY_NOW -> new Disposition.EmergencyNow(reasons);
            case SAME_DAY -> new Disposition.SameDay(reasons);
            case WITHIN_DAYS -> new Disposition.WithinDays(reasons);
            case CLINICIAN_ROUTINE -> new Disposition.ClinicianRoutine(reasons);
            case SELF_CARE -> new Disposition.SelfCare(reasons);
        };
    }

    private static History history(Told told, Instant now) {
        List<History.Outcome> outcomes = new ArrayList<>();
        List<History.Score> scores = new ArrayList<>();
        for (Told.Day day : told.days()) {
            scores.add(new History.Score(at(day.day(), 8), new PainScore(day.scoreBefore())));
            day.outcomes()
                    .forEach((exercise, word) -> outcomes.add(
                            new History.Outcome(at(day.day(), 9), exercise(exercise), outcome(word), false)));
        }
        told.painNow().ifPresent(pain -> scores.add(new History.Score(now, new PainScore(pain))));
        return new History(outcomes, scores, Days.in(ZONE));
    }

    private static StepOutcome outcome(String word) {
        PainScore pain = new PainScore(5);
        return switch (word) {
            case "done" -> new StepOutcome.Done();
            case "eased" -> new StepOutcome.EasedOff(exercise("trunk-rotation-small"));
            case "pain" -> new StepOutcome.StoppedForPain(pain, StepOutcome.Where.BACK, StepOutcome.Kind.PAIN);
            case "tired" -> new StepOutcome.StoppedForPain(pain, StepOutcome.Where.BACK, StepOutcome.Kind.TIRED);
            case "skipped" -> new StepOutcome.Skipped();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Avoidance avoidance(Told.Forbidden forbidden, Instant now) {
        Avoidance.Target target = forbidden.isMovement()
                ? new Avoidance.Target.Movement(MovementTag.valueOf(
                        forbidden.what().toUpperCase(Locale.ROOT).replace('-', '_')))
                : new Avoidance.Target.One(exercise(forbidden.what()));
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Optional<LocalDate> until = forbidden.inForce() ? Optional.of(today) : Optional.of(today.minusDays(1));
        return new Avoidance(target, "After your operation.", CLINICIAN, at(0, 8), until);
    }

    static Instant at(int day, int hour) {
        return DAY0.plusDays(day).atTime(hour, 0).atZone(ZONE).toInstant();
    }

    static List<Offered> offered(Program program) {
        return program.items().stream().map(Telling::offered).toList();
    }

    private static Offered offered(ProgramItem item) {
        return switch (item) {
            case ProgramItem.Ease ease -> new Offered.Resting(false, lying(ease.position()));
            case ProgramItem.Sleep sleep -> new Offered.Resting(true, lying(sleep.position()));
            case ProgramItem.Heat heat -> new Offered.Warmth(heat.minutes());
            case ProgramItem.Walk walk -> new Offered.Walking(walk.minutes());
            case ProgramItem.Breaks _, ProgramItem.Quiet _ -> new Offered.Pause();
            case ProgramItem.Stretch stretch ->
                new Offered.Movement(
                        stretch.id().substring("stretch:".length()),
                        stretch.exercise().id().value(),
                        stretch.dose().targetSeconds(),
                        stretch.dose().repetitions(),
                        stretch.easierForms().stream()
                                .map(form -> form.id().value())
                                .toList());
        };
    }

    private static String lying(String position) {
        return switch (position) {
            case "back-knees-up", "back" -> "back";
            case "side-pillow", "side" -> "side";
            case "belly-pillow", "belly" -> "belly";
            case "leaning" -> "standing";
            default -> throw new IllegalArgumentException(position);
        };
    }

    /** Every question with a bearing on programs answered with no, able to lie anyhow. */
    static final Map<String, String> ALL_CLEAR = allClear();

    private static Map<String, String> allClear() {
        Map<String, String> answers = new HashMap<>();
        REPERTOIRE.all().stream()
                .map(Exercise::cautions)
                .flatMap(List::stream)
                .forEach(caution -> answers.put(caution.when().value(), "no"));
        List.of("worse-bending", "worse-arching", "worse-twisting", "pregnant", "leg-pain", "below-knee")
                .forEach(question -> answers.put(question, "no"));
        Set.of(
                        "reduced-feeling",
                        "poor-circulation",
                        "skin-broken",
                        "heat-rub-or-patch",
                        "sleepy-or-alcohol",
                        "cancer-or-radiation-site",
                        "fresh-swelling")
                .forEach(question -> answers.put(question, "no"));
        Set.of(Position.BACK, Position.SIDE, Position.BELLY)
                .forEach(position -> answers.put("can-lie-" + position.name().toLowerCase(Locale.ROOT), "yes"));
        return answers;
    }
}
