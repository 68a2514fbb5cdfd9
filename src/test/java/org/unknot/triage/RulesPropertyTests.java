package org.unknot.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.triage.Answering.anybody;
import static org.unknot.triage.Answering.id;
import static org.unknot.triage.Answering.level;
import static org.unknot.triage.Answering.with;
import static org.unknot.triage.Answering.without;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;

/** What holds for everybody, tried on thousands of made-up people. A failure names the seed; the same seed tries the same people. */
class RulesPropertyTests {

    private static final int PEOPLE = 2_000;
    private static final long SEED = Long.getLong("unknot.seed", 20261122L);

    @ParameterizedTest
    @ValueSource(strings = {"saddle-numb", "bladder-change", "bowel-change", "sexual-change", "both-legs-new"})
    void eachNewCaudaEquinaSignAloneIsAnEmergencyWhateverTheOthers(String sign) {
        everybody(
                person -> assertThat(level(with(person, id(sign), Answer.YES))).isEqualTo(Level.EMERGENCY_NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"DANGER", "CLUSTER", "SHAPE"})
    void aMoreAlarmingAnswerNeverLowersTheLevel(Stage stage) {
        Random random = new Random(SEED);
        List<Prompt> prompts = Prompts.of(stage)
                .filter(prompt -> !prompt.id().value().startsWith("can-lie"))
                .toList();
        everybody(person -> {
            Prompt prompt = prompts.get(random.nextInt(prompts.size()));
            Level no = level(with(person, prompt.id(), Answer.NO));
            Level unsure = level(with(person, prompt.id(), Answer.UNSURE));
            Level yes = level(with(person, prompt.id(), Answer.YES));
            assertThat(unsure.atLeastAsUrgentAs(no))
                    .as(prompt.id() + " no to unsure")
                    .isTrue();
            assertThat(yes.atLeastAsUrgentAs(unsure))
                    .as(prompt.id() + " unsure to yes")
                    .isTrue();
        });
    }

    @Test
    void morePainNeverLowersTheLevel() {
        everybody(person -> {
            Level before = Level.SELF_CARE;
            for (int pain = 0; pain <= 10; pain++) {
                Level now = level(new Answers(
                        person.age(),
                        person.sex(),
                        person.durationDays(),
                        Optional.of(new PainScore(pain)),
                        person.given()));
                assertThat(now.atLeastAsUrgentAs(before)).as("pain " + pain).isTrue();
                before = now;
            }
        });
    }

    @Test
    void silenceByItselfNeverLiftsAboveRoutine() {
        Random random = new Random(SEED);
        everybody(person -> {
            Prompt prompt = Prompts.ALL.get(random.nextInt(Prompts.ALL.size()));
            Level said = level(with(person, prompt.id(), Answer.NO));
            Level silent = level(without(person, prompt.id()));
            // A self-check that was never answered leaves its "not sure" standing as a yes: that is doubt, not silence.
            if (!prompt.isSelfCheck()) {
                assertThat(said.atLeastAsUrgentAs(silent)
                                || Level.CLINICIAN_ROUTINE.atLeastAsUrgentAs(silent)
                                || silent == Level.CLINICIAN_ROUTINE)
                        .as(prompt.id() + ": " + said + " became " + silent)
                        .isTrue();
            }
        });
    }

    @Test
    void selfCareIsNeverSaidAndNothingClearedWhileADangerQuestionIsOpen() {
        Random random = new Random(SEED);
        List<Prompt> lines = Prompts.dangerLines().toList();
        everybody(person -> {
            Prompt line = lines.get(random.nextInt(lines.size()));
            Verdict verdict = Answering.RULES.judge(
                    without(without(person, line.id()), line.selfCheck().orElseThrow()), Answering.NOW);
            assertThat(verdict.disposition().level()).isNotEqualTo(Level.SELF_CARE);
            assertThat(verdict.clearedFor()).isEmpty();
        });
    }

    @Test
    void noMoreIsClearedThanTheLevelPermits() {
        everybody(person -> {
            Verdict verdict = Answering.RULES.judge(person, Answering.NOW);
            assertThat(verdict.disposition().level().permits()).containsAll(verdict.clearedFor());
        });
    }

    @Test
    void theNextQuestionIsAlwaysOneThatIsNotAnswered() {
        everybody(person -> assertThat(Answering.RULES.openQuestions(person)).noneMatch(person.given()::containsKey));
    }

    @Test
    void answeringTheNextQuestionAgainAndAgainComesToAnEnd(TestReporter reporter) {
        Random random = new Random(SEED);
        everybody(person -> {
            Answers answers = person;
            int asked = 0;
            while (true) {
                var next = Answering.RULES.judge(answers, Answering.NOW).nextQuestion();
                if (next.isEmpty()) {
                    break;
                }
                answers = with(answers, next.get(), Answer.values()[random.nextInt(3)]);
                assertThat(++asked).isLessThanOrEqualTo(Prompts.ALL.size());
            }
            boolean stillOpen = Answering.RULES.judge(answers, Answering.NOW).disposition().reasons().stream()
                    .anyMatch(reason -> reason.rule().equals(Rules.STILL_OPEN));
            assertThat(stillOpen && answers.pain().isPresent())
                    .as("still open with nothing left to ask")
                    .isFalse();
        });
        reporter.publishEntry("people", String.valueOf(PEOPLE));
    }

    private static void everybody(Consumer<Answers> check) {
        Random random = new Random(SEED);
        for (int i = 0; i < PEOPLE; i++) {
            Answers person = anybody(random);
            try {
                check.accept(person);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + SEED + ", person " + i + ": " + person, broken);
            }
        }
    }
}
