package org.unknot.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/**
 * What is still worth asking, the question that matters most first: the danger pages, then the cluster by the level it could
 * lead to, what shapes the plan, what only names whom to see, and the refusals of heat. What no longer decides anything is
 * not in it.
 */
final class OpenQuestions {

    private final List<RedFlag> flags;
    private final Facts facts;
    private final Level level;
    private final Set<Clearance> mostCleared;

    /**
     * @param level the most urgent that a rule calls for now
     * @param mostCleared what could be cleared at this level were every answer no
     */
    OpenQuestions(List<RedFlag> flags, Facts facts, Level level, Set<Clearance> mostCleared) {
        this.flags = flags;
        this.facts = facts;
        this.level = level;
        this.mostCleared = mostCleared;
    }

    List<QuestionId> inOrder() {
        Set<QuestionId> open = new LinkedHashSet<>();
        open.addAll(danger());
        open.addAll(cluster());
        if (mostCleared.contains(Clearance.STRETCHES)) {
            open.addAll(unanswered(Stage.SHAPE));
            open.addAll(naming());
        }
        if (mostCleared.contains(Clearance.HEAT)) {
            open.addAll(unanswered(Stage.HEAT));
        }
        return List.copyOf(open);
    }

    /** Only those whose answer could still change the level. */
    List<QuestionId> decidingTheLevel() {
        return Stream.concat(danger().stream(), cluster().stream()).distinct().toList();
    }

    /** Self-checks that a "not sure" opened, then the lines not answered; none once an emergency is certain. */
    private List<QuestionId> danger() {
        if (level == Level.EMERGENCY_NOW) {
            return emergencyHangsOnSelfChecks() ? selfChecks().toList() : List.of();
        }
        return Stream.concat(
                        selfChecks(),
                        Prompts.dangerLines()
                                .map(Prompt::id)
                                .filter(id -> facts.about(id).open()))
                .toList();
    }

    private Stream<QuestionId> selfChecks() {
        return Prompts.dangerLines().filter(facts::awaitsSelfCheck).flatMap(line -> line.selfCheck().stream());
    }

    private boolean emergencyHangsOnSelfChecks() {
        Facts hadTheyFoundNothing =
                new Facts(facts.answers().with(selfChecks().collect(Collectors.toMap(id -> id, id -> Answer.NO))));
        return flags.stream()
                .flatMap(flag -> flag.calls(hadTheyFoundNothing).stream())
                .noneMatch(Level.EMERGENCY_NOW::equals);
    }

    private List<QuestionId> cluster() {
        Map<Level, List<QuestionId>> byLevel = new EnumMap<>(Level.class);
        flags.stream()
                .filter(flag -> flag.couldExceed(level, facts))
                .forEach(flag -> flag.couldCall(facts)
                        .ifPresent(could -> byLevel.computeIfAbsent(could, l -> new ArrayList<>())
                                .addAll(flag.openQuestions(facts))));
        return byLevel.values().stream()
                .flatMap(questions -> inOrderOfAsking(questions, Stage.CLUSTER))
                .toList();
    }

    /** Rules of the same level that have not spoken yet: they change no level, only whom we name. */
    private List<QuestionId> naming() {
        if (level != Level.CLINICIAN_ROUTINE) {
            return List.of();
        }
        List<QuestionId> questions = flags.stream()
                .filter(flag -> flag.couldCall(facts).filter(level::equals).isPresent())
                .flatMap(flag -> flag.openQuestions(facts).stream())
                .toList();
        return inOrderOfAsking(questions, Stage.CLUSTER).toList();
    }

    private static Stream<QuestionId> inOrderOfAsking(List<QuestionId> questions, Stage stage) {
        return questions.stream()
                .map(Prompts::prompt)
                .filter(prompt -> prompt.stage() == stage)
                .distinct()
                .sorted(Comparator.comparingInt(prompt -> Prompts.place(prompt.id())))
                .map(Prompt::id);
    }

    private List<QuestionId> unanswered(Stage stage) {
        return Prompts.of(stage)
                .filter(prompt -> !facts.answered(prompt.id()) && facts.isFor(prompt))
                .map(Prompt::id)
                .toList();
    }
}
