package org.unknot.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.triage.Answering.NOW;
import static org.unknot.triage.Answering.RULES;
import static org.unknot.triage.Answering.clean;
import static org.unknot.triage.Answering.everything;
import static org.unknot.triage.Answering.id;
import static org.unknot.triage.Answering.nothingSaid;
import static org.unknot.triage.Answering.with;
import static org.unknot.triage.Answering.without;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

class RulesTests {

    @ParameterizedTest
    @CsvSource({
        "EMERGENCY_NOW,''",
        "SAME_DAY,EASE",
        "WITHIN_DAYS,EASE HEAT",
        "CLINICIAN_ROUTINE,EASE HEAT STRETCHES",
        "SELF_CARE,EASE HEAT STRETCHES"
    })
    void eachLevelPermitsWhatTheDesignSays(Level level, String permits) {
        assertThat(level.permits())
                .extracting(Clearance::name)
                .containsExactlyInAnyOrder(permits.isEmpty() ? new String[0] : permits.split(" "));
    }

    @Test
    void silenceIsNotSelfCareAndTheFirstDangerLineComesNext() {
        Verdict verdict = RULES.judge(nothingSaid(), NOW);

        assertThat(verdict.disposition().level()).isEqualTo(Level.CLINICIAN_ROUTINE);
        assertThat(verdict.clearedFor()).isEmpty();
        assertThat(verdict.nextQuestion()).contains(id("trauma"));
    }

    @Test
    void notSureOfEverythingIsNotSelfCare() {
        Answers unsure =
                new Answers(35, Optional.empty(), Optional.empty(), Optional.empty(), everything(Answer.UNSURE));

        assertThat(RULES.judge(unsure, NOW).disposition().level()).isEqualTo(Level.EMERGENCY_NOW);
    }

    @Test
    void notSureOfEverythingButTheDangerPagesIsARoutineVisit() {
        Answers answers = clean();
        for (Prompt prompt : Prompts.ALL) {
            if (prompt.stage() != Stage.DANGER) {
                answers = with(answers, prompt.id(), Answer.UNSURE);
            }
        }

        assertThat(RULES.judge(answers, NOW).disposition().level()).isEqualTo(Level.CLINICIAN_ROUTINE);
    }

    @Test
    void aDoubtOnADangerLineOpensItsSelfCheckNext() {
        Verdict verdict = RULES.judge(with(nothingSaid(), id("saddle-numb"), Answer.UNSURE), NOW);

        assertThat(verdict.disposition().level()).isEqualTo(Level.EMERGENCY_NOW);
        assertThat(verdict.nextQuestion()).contains(id("saddle-numb-check"));
    }

    @Test
    void aSelfCheckThatFindsTroubleCountsWhateverTheLineSaid() {
        Answers answers = with(clean(), id("saddle-numb-check"), Answer.YES);

        assertThat(RULES.judge(answers, NOW).disposition().level()).isEqualTo(Level.EMERGENCY_NOW);
    }

    @Test
    void aCertainEmergencyAsksNothingMore() {
        Answers answers = with(with(nothingSaid(), id("bladder-change"), Answer.YES), id("saddle-numb"), Answer.UNSURE);

        assertThat(RULES.judge(answers, NOW).nextQuestion()).isEmpty();
    }

    @Test
    void afterTheDangerPagesThePositionOfEaseIsCleared() {
        Answers answers = nothingSaid();
        for (Prompt prompt : Prompts.dangerLines().toList()) {
            answers = with(answers, prompt.id(), Answer.NO);
        }

        assertThat(RULES.judge(answers, NOW).clearedFor()).isEqualTo(Set.of(Clearance.EASE));
    }

    @Test
    void aPersonOf35WithPain6AndNoLegPainNeedsFiveClusterAnswers() {
        assertThat(askedInOrder(dangerClean(35, Optional.of(6)), Stage.CLUSTER))
                .containsExactly(
                        "old-bladder-bowel-saddle", "weight-loss", "constant-night", "leg-pain", "over-3-months");
    }

    @Test
    void whoToldThatItIsNewIsStillAskedTheOthers() {
        Answers answers = with(dangerClean(35, Optional.of(6)), id("over-3-months"), Answer.NO);

        assertThat(askedInOrder(answers, Stage.CLUSTER))
                .containsExactly("old-bladder-bowel-saddle", "weight-loss", "constant-night", "leg-pain");
    }

    @Test
    void withoutAPainScoreTwoMoreAreNeeded() {
        assertThat(askedInOrder(dangerClean(35, Optional.empty()), Stage.CLUSTER))
                .contains("no-position-eases", "other-blow")
                .hasSize(7);
    }

    @Test
    void fromFiftyOnBonesAreAskedAbout() {
        assertThat(askedInOrder(dangerClean(50, Optional.of(6)), Stage.CLUSTER))
                .contains("sudden-midline", "lost-height")
                .hasSize(7);
    }

    @Test
    void aSameDayVisitAsksOnlyWhatCouldMakeItAnEmergency() {
        Answers answers = with(clean(), id("leg-weak"), Answer.YES);
        for (Prompt prompt : Prompts.of(Stage.CLUSTER).toList()) {
            answers = without(answers, prompt.id());
        }

        assertThat(RULES.judge(answers, NOW).nextQuestion()).isEmpty();
    }

    @Test
    void heatIsAskedAboutLast() {
        Answers answers = clean();
        for (Prompt prompt : Prompts.of(Stage.HEAT).toList()) {
            answers = without(answers, prompt.id());
        }
        assertThat(RULES.judge(answers, NOW).nextQuestion()).contains(id("reduced-feeling"));

        answers = without(answers, id("worse-bending"));
        assertThat(RULES.judge(answers, NOW).nextQuestion()).contains(id("worse-bending"));
    }

    @Test
    void aManIsNotAskedWhetherHeIsPregnant() {
        Answers man = new Answers(
                35, Optional.of(Answers.Sex.MALE), Optional.empty(), Optional.of(new PainScore(5)), Map.of());

        assertThat(RULES.openQuestions(man)).doesNotContain(id("pregnant"), id("pregnant-16"));
        assertThat(RULES.openQuestions(nothingSaid())).contains(id("pregnant"));
    }

    @Test
    void theNextCheckIsNeverLaterThanDayTwoToThreeAndSoonerInSeverePain() {
        assertThat(RULES.judge(clean(), NOW).recheckAt()).isEqualTo(NOW.plus(Duration.ofHours(48)));
        Answers severe = new Answers(
                35, Optional.empty(), Optional.empty(), Optional.of(new PainScore(8)), everything(Answer.NO));
        assertThat(RULES.judge(severe, NOW).recheckAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        for (Level level : Level.values()) {
            assertThat(level.recheckWithin()).isLessThanOrEqualTo(Duration.ofHours(48));
        }
    }

    private static Answers dangerClean(int age, Optional<Integer> pain) {
        Answers answers = new Answers(age, Optional.empty(), Optional.empty(), pain.map(PainScore::new), Map.of());
        for (Prompt prompt : Prompts.dangerLines().toList()) {
            answers = with(answers, prompt.id(), Answer.NO);
        }
        return answers;
    }

    /** Ids asked at this stage when every question is answered with no. */
    private static List<String> askedInOrder(Answers start, Stage stage) {
        List<String> asked = new ArrayList<>();
        Answers answers = start;
        Optional<QuestionId> next = RULES.judge(answers, NOW).nextQuestion();
        while (next.isPresent()) {
            if (Prompts.prompt(next.get()).stage() == stage) {
                asked.add(next.get().value());
            }
            answers = with(answers, next.get(), Answer.NO);
            next = RULES.judge(answers, NOW).nextQuestion();
        }
        return asked;
    }
}
