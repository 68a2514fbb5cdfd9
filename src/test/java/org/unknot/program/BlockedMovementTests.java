package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unknot.program.judge.Judge;
import org.unknot.program.judge.Told;

/**
 * No blocked movement ever appears in a program, nor in a form to step down to: cautions, avoidances, positions and history,
 * each combination judged by somebody who reads only the content files.
 */
@org.junit.jupiter.api.Tag("slow")
class BlockedMovementTests {

    private static final long SEED = 20_260_302;
    private static final int DRAWN = 40_000;

    private final Judge judge = new Judge(Telling.EXERCISE_FILES);
    private final Crowd crowd = new Crowd(judge);

    @Test
    void noBlockedMovementIsEverOfferedToAnybody() {
        Map<String, Integer> judged = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        crowd.groups(SEED, DRAWN)
                .forEach((group, people) -> people.accept(told -> {
                    judged.merge(group, 1, Integer::sum);
                    Program program = Planning.plan(Telling.situation(told), Telling.REPERTOIRE);
                    List<String> violations = judge.violations(told, Telling.offered(program));
                    if (!violations.isEmpty() && broken.size() < 20) {
                        broken.add(violations + " for " + told);
                    }
                }));
        judged.forEach((group, number) -> System.out.printf("judged %,9d programs: %s%n", number, group));
        System.out.printf(
                "judged %,9d programs in all, %d with a violation%n",
                judged.values().stream().mapToInt(Integer::intValue).sum(), broken.size());
        assertThat(broken).isEmpty();
    }

    static Stream<Rule> rules() {
        return Rules.ALL.stream();
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("rules")
    void withoutAnyOneRuleSomethingForbiddenIsOffered(Rule left) {
        List<Rule> others =
                Rules.ALL.stream().filter(rule -> !rule.equals(left)).toList();
        String found = firstViolation(others);
        System.out.printf("without %-14s %s%n", left.id(), found);
        assertThat(found).isNotEmpty();
    }

    /** Exceptions end the search, because the crowd is handed over one by one. */
    private String firstViolation(List<Rule> rules) {
        try {
            // Those with everything mixed are drawn first: among them nearly every rule is missed soon.
            List<Consumer<Consumer<Told>>> groups =
                    List.copyOf(crowd.groups(SEED, DRAWN).values()).reversed();
            groups.forEach(people -> people.accept(told -> {
                Program program = Planning.plan(Telling.situation(told), Telling.REPERTOIRE, rules);
                List<String> violations = judge.violations(told, Telling.offered(program));
                if (!violations.isEmpty()) {
                    throw new Caught(violations.getFirst());
                }
            }));
            return "";
        } catch (Caught caught) {
            return caught.violation;
        }
    }

    private static final class Caught extends RuntimeException {
        final String violation;

        Caught(String violation) {
            super(violation, null, false, false);
            this.violation = violation;
        }
    }

    @Test
    void whoeverIsWellIsOfferedEverything() {
        Told well = Crowd.well();

        Program program = Planning.plan(Telling.situation(well), Telling.REPERTOIRE);

        assertThat(program.items())
                .extracting(ProgramItem::id)
                .contains("ease", "heat", "walk", "sleep", "breaks", "quiet")
                .containsAll(judge.offered().stream().map(id -> "stretch:" + id).toList());
        assertThat(program.leftOut()).isEmpty();
    }

    @Test
    void theJudgeKnowsNothingOfTheProduct() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/org/unknot/program/judge"))) {
            for (Path source : sources.toList()) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContain("import org.unknot");
            }
        }
    }
}
