package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.program.EpisodeFixtures.onDay;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.exercise.Phase;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/** How a program moves on, steps back, rests and locks, from day to day. */
class CourseTests {

    private static final String BEND = "knee-to-chest";

    @Test
    void threeComfortableDaysAddOneRepeatAndNothingElse() {
        ProgramItem.Stretch before = stretch(comfortable(onDay(12), BEND, 2), BEND);
        ProgramItem.Stretch after = stretch(comfortable(onDay(12), BEND, 3), BEND);

        assertThat(after.dose().repetitions()).isEqualTo(before.dose().repetitions() + 1);
        assertThat(after.dose().targetSeconds()).isEqualTo(before.dose().targetSeconds());
        assertThat(after.exercise()).isEqualTo(before.exercise());
        assertThat(after.why().key()).isEqualTo("program.why.stretch-more");
    }

    @Test
    void afterTheRepeatsTheHoldGrowsUpToSixtySecondsAndThenTheFormGetsHarder() {
        assertThat(stretch(comfortable(onDay(20), BEND, 6), BEND).why().key()).isEqualTo("program.why.stretch-longer");
        ProgramItem.Stretch longest = stretch(comfortable(onDay(20), BEND, 9), BEND);
        assertThat(longest.dose().targetSeconds()).isEqualTo(60);
        ProgramItem.Stretch harder = stretch(comfortable(onDay(20), BEND, 12), BEND);
        assertThat(harder.exercise().id().value()).isEqualTo("knee-to-chest-chin-tuck");
        assertThat(harder.easierForms()).isNotEmpty();
    }

    @Test
    void aDayThatIsNotConfirmedByTheNextMorningDoesNotCount() {
        EpisodeFixtures person = onDay(9).withPainUnknown();
        EpisodeFixtures twoConfirmed = comfortable(person, BEND, 3);

        assertThat(stretchKind(twoConfirmed.withPainUnknown(), BEND)).isNotEqualTo("program.why.stretch-more");
    }

    @Test
    void worseByTwoTheNextDayStepsDownToTheEasierForm() {
        EpisodeFixtures person = onDay(4).afterDay(3, 1, BEND, "done");

        assertThat(stretch(person.withPain(2), BEND).exercise().id().value()).isEqualTo(BEND);
        assertThat(stretch(person.withPain(3), BEND).exercise().id().value()).isEqualTo("knee-to-chest-behind-thigh");
        assertThat(stretch(person.withPain(3), BEND).insteadOf()).isPresent();
    }

    @Test
    void stoppingForPainStepsDownAndStoppingWhenTiredDoesNot() {
        EpisodeFixtures person = onDay(4).withPain(2);

        assertThat(stretch(person.afterDay(3, 2, BEND, "pain"), BEND)
                        .exercise()
                        .id()
                        .value())
                .isEqualTo("knee-to-chest-behind-thigh");
        assertThat(stretch(person.afterDay(3, 2, BEND, "tired"), BEND)
                        .exercise()
                        .id()
                        .value())
                .isEqualTo(BEND);
    }

    @Test
    void twoBadDaysRestTheItemAndNameSomebodyToSee() {
        EpisodeFixtures person = onDay(5).afterDay(3, 1, BEND, "pain")
                .afterDay(4, 1, BEND, "pain")
                .withPain(1);

        Program program = person.program();

        assertThat(leftOutBy(program, BEND)).contains("rest");
        assertThat(program.seeSomeone().map(Program.SeeSomeone::who)).contains("exercise-physiologist");
        assertThat(program.stretches()).as("the others stay").isNotEmpty();
    }

    @Test
    void threeComfortableDaysBetweenTwoBadOnesKeepTheItem() {
        EpisodeFixtures person = onDay(12).afterDay(2, 1, BEND, "pain");
        for (int day = 3; day <= 5; day++) {
            person = person.afterDay(day, 1, BEND, "done");
        }
        Program program = person.afterDay(6, 1, BEND, "pain").withPain(1).program();

        assertThat(leftOutBy(program, BEND)).isEmpty();
    }

    @Test
    void aLockedDirectionIsLeftOutAndTheAnswersAreDueAgain() {
        EpisodeFixtures person = onDay(5).locked("flexion");

        Program program = person.program();

        assertThat(leftOutBy(program, BEND)).contains("lock");
        assertThat(leftOutBy(program, "childs-pose")).contains("lock");
        assertThat(leftOutBy(program, "trunk-rotation")).isEmpty();
        Situation spreadJustNow = spreadAfterAnswering(person);
        Program held = Planning.plan(spreadJustNow, Telling.REPERTOIRE);
        assertThat(held.items()).extracting(ProgramItem::id).containsExactly("ease");
        assertThat(held.hold().map(Words::key)).contains("program.hold.spread");
    }

    @Test
    void twoLocksEndAllStretchingAndNameADoctor() {
        Program program = onDay(5).locked("flexion", "rotation").program();

        assertThat(program.stretches()).isEmpty();
        assertThat(program.seeSomeone().map(Program.SeeSomeone::who)).contains("gp");
    }

    @Test
    void oldAnswersLeaveOnlyThePositionOfEase() {
        Program program = onDay(5).withStaleAnswers().program();

        assertThat(program.items()).extracting(ProgramItem::id).containsExactly("ease");
        assertThat(program.hold().map(Words::key)).contains("program.hold.stale");
    }

    @Test
    void fromSevenOnlyRestWarmthAndSmallMovesStay() {
        Program program = onDay(5).withPain(7).program();

        assertThat(program.stretches())
                .extracting(stretch -> stretch.exercise().id().value())
                .containsExactly("trunk-rotation-small");
        assertThat(program.item("walk")).isEmpty();
        assertThat(program.item("heat")).isPresent();
    }

    @Test
    void whileThePainIsUnknownItIsAskedFor() {
        Program program = onDay(5).withPainUnknown().program();

        assertThat(program.leftOut())
                .filteredOn(left -> left.item().equals("stretch:" + BEND))
                .extracting(LeftOut::answerFirst)
                .containsExactly(Optional.of(new QuestionId("pain")));
        assertThat(program.stopAt()).isEmpty();
    }

    @ParameterizedTest(name = "pain {0} before: stop at {1}")
    @CsvSource({"0,4", "1,4", "3,4", "4,6", "5,7", "6,8", "7,8", "8,9", "9,10", "10,10"})
    void aMoveEndsAtTheLimitThatFollowsFromThePainBefore(int before, int stopAt) {
        assertThat(PainLimit.from(new PainScore(before)).stopAt()).isEqualTo(new PainScore(stopAt));
    }

    @ParameterizedTest(name = "day {0}, pain {1}, {2} comfortable days: {3}")
    @CsvSource({
        "0,2,0,SETTLE",
        "1,2,0,SETTLE",
        "2,2,0,MOVE",
        "2,7,0,SETTLE",
        "9,7,3,SETTLE",
        "7,3,2,MOVE",
        "9,3,3,BUILD",
        "14,2,3,KEEP",
        "14,3,3,BUILD",
        "20,2,0,MOVE"
    })
    void thePhaseFollowsFromTheDayThePainAndHowItWent(int day, int pain, int comfortable, Phase phase) {
        assertThat(comfortable(onDay(day).withPain(pain), BEND, comfortable)
                        .program()
                        .phase())
                .isEqualTo(phase);
    }

    @Test
    void tomorrowIsWorkedOutByTheSameRules() {
        EpisodeFixtures person = comfortable(onDay(12), BEND, 2).withPain(2);

        Tomorrow tomorrow = LookAhead.from(person.situation(), Telling.REPERTOIRE);

        assertThat(tomorrow.expected().day()).isEqualTo(13);
        assertThat(tomorrow.expected().stretches())
                .filteredOn(stretch -> stretch.id().equals("stretch:" + BEND))
                .extracting(stretch -> stretch.why().key())
                .containsExactly("program.why.stretch-more");
        assertThat(tomorrow.wouldChange())
                .extracting(Tomorrow.WouldChange::rule)
                .containsExactly("worse", "spread", "severe");
    }

    private static Situation spreadAfterAnswering(EpisodeFixtures person) {
        Situation before = person.situation();
        Lock lock = before.locks().getFirst();
        return new Situation(
                before.triaged(),
                before.episode(),
                before.at(),
                before.days(),
                before.history(),
                java.util.List.of(new Lock(lock.direction(), lock.record(), before.at())),
                before.avoidances(),
                before.choices());
    }

    /** The last days before today, each done in comfort. */
    private static EpisodeFixtures comfortable(EpisodeFixtures person, String exercise, int days) {
        EpisodeFixtures after = person;
        int today = person.told().day();
        for (int day = today - days; day < today; day++) {
            after = after.afterDay(day, 2, exercise, "done");
        }
        return after;
    }

    private static ProgramItem.Stretch stretch(EpisodeFixtures person, String exercise) {
        return person.program().stretches().stream()
                .filter(stretch -> stretch.id().equals("stretch:" + exercise))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> stretchKind(EpisodeFixtures person, String exercise) {
        return person.program().stretches().stream()
                .filter(stretch -> stretch.id().equals("stretch:" + exercise))
                .map(stretch -> stretch.why().key())
                .findFirst();
    }

    private static Optional<String> leftOutBy(Program program, String exercise) {
        return program.leftOut().stream()
                .filter(left -> left.item().equals("stretch:" + exercise))
                .map(LeftOut::rule)
                .findFirst();
    }
}
