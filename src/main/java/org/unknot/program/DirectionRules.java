package org.unknot.program;

import static org.unknot.program.Ruling.notThisForm;
import static org.unknot.program.Ruling.out;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unknot.exercise.Direction;
import org.unknot.exercise.Exercise;
import org.unknot.exercise.Position;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/** Rules about which way the back may go, and how the body may lie. */
final class DirectionRules {

    private static final Map<Direction, QuestionId> WORSE = new LinkedHashMap<>();

    static {
        WORSE.put(Direction.FLEXION, new QuestionId("worse-bending"));
        WORSE.put(Direction.EXTENSION, new QuestionId("worse-arching"));
        WORSE.put(Direction.ROTATION, new QuestionId("worse-twisting"));
    }

    private static final int LOCKS_THAT_END_STRETCHING = 2;

    /**
     * What makes it worse is not offered: bending, arching, twisting. When every one does, no stretch at all is left: ease,
     * breathing, heat and a short walk (clinical.md §3).
     */
    static final Rule DIRECTION = new Rule("direction", "J-direction", (candidate, person) -> {
        if (!(candidate instanceof Candidate.Movement movement)) {
            return List.of();
        }
        List<Ruling> rulings = new ArrayList<>();
        if (allWorse(person)) {
            rulings.add(out(Words.of("program.left-out.all-worse")));
        }
        WORSE.forEach((direction, question) -> {
            if (Lock.takes(movement.form(), direction) && !person.facts().no(question)) {
                Words why = Words.of("program.left-out.worse-" + word(direction));
                rulings.add(new Ruling.NotThisForm(why, Optional.of(question).filter(person.facts()::missing)));
            }
        });
        if (rulings.isEmpty() && noneCleared(person)) {
            rulings.add(new Ruling.Out(Words.of("program.left-out.direction-unknown"), firstMissing(person)));
        }
        return rulings;
    });

    /** A direction that made pain spread is not offered again; two such directions end all stretching until seen to. */
    static final Rule LOCK = new Rule("lock", "S29", (candidate, person) -> {
        if (!(candidate instanceof Candidate.Movement movement)) {
            return List.of();
        }
        Set<Direction> locked = locked(person.situation());
        if (locked.size() >= LOCKS_THAT_END_STRETCHING) {
            return List.of(out(Words.of("program.left-out.two-locks")));
        }
        return locked.stream()
                .filter(direction -> Lock.takes(movement.form(), direction))
                .map(direction -> notThisForm(Words.of("program.left-out.lock")))
                .toList();
    });

    private static final Map<Position, QuestionId> CAN_LIE = Map.of(
            Position.BACK, new QuestionId("can-lie-back"),
            Position.SIDE, new QuestionId("can-lie-side"),
            Position.BELLY, new QuestionId("can-lie-belly"));

    /** Nobody is asked to lie as they cannot; who cannot lie at all is not sent to the floor on their knees either. */
    static final Rule POSITION = new Rule("position", "J-position", (candidate, person) -> {
        boolean cannot = switch (candidate) {
            case Candidate.Movement(Exercise head, Exercise form) -> cannotTake(form.position(), person);
            case Candidate.Ease(String name, Position lying) -> cannotTake(lying, person);
            case Candidate.Sleep(String name, Position lying) -> cannotTake(lying, person);
            default -> false;
        };
        return cannot ? List.of(notThisForm(Words.of("program.left-out.position"))) : List.of();
    });

    private DirectionRules() {}

    static Set<Direction> locked(Situation situation) {
        return situation.locks().stream().map(Lock::direction).collect(Collectors.toSet());
    }

    static boolean twoLocks(Situation situation) {
        return locked(situation).size() >= LOCKS_THAT_END_STRETCHING;
    }

    /** Whether the person said that they can lie so; empty where they were not asked or are not sure. */
    static Optional<Boolean> canLie(Position position, Facts facts) {
        return Optional.ofNullable(CAN_LIE.get(position))
                .flatMap(facts::answer)
                .filter(answer -> answer != Answer.UNSURE)
                .map(answer -> answer == Answer.YES);
    }

    /** Yes or not sure to bending, arching and twisting. */
    static boolean allWorse(Case person) {
        return WORSE.values().stream()
                .allMatch(question ->
                        !person.facts().no(question) && !person.facts().missing(question));
    }

    private static boolean noneCleared(Case person) {
        return WORSE.values().stream().noneMatch(person.facts()::no);
    }

    private static Optional<QuestionId> firstMissing(Case person) {
        return WORSE.values().stream().filter(person.facts()::missing).findFirst();
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case FLEXION -> "bending";
            case EXTENSION -> "arching";
            case ROTATION -> "twisting";
            case NEUTRAL -> throw new IllegalArgumentException("Nothing is asked about " + direction);
        };
    }

    private static boolean cannotTake(Position position, Case person) {
        return switch (position) {
            case BACK, SIDE, BELLY -> saidNo(position, person);
            case KNEELING ->
                Stream.of(Position.BACK, Position.SIDE, Position.BELLY).allMatch(lying -> saidNo(lying, person));
            case SITTING, STANDING -> false;
        };
    }

    private static boolean saidNo(Position position, Case person) {
        return canLie(position, person.facts()).filter(can -> !can).isPresent();
    }
}
