package org.unknot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.program.EpisodeFixtures.onDay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.shared.QuestionId;

/** What a program holds, in what order, and how it says why. */
class PlanningTests {

    @ParameterizedTest(name = "{0} permits {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EMERGENCY_NOW     | -",
                "SAME_DAY          | ease",
                "WITHIN_DAYS       | ease heat walk",
                "CLINICIAN_ROUTINE | ease heat stretches walk breaks quiet sleep",
                "SELF_CARE         | ease heat stretches walk breaks quiet sleep"
            })
    void eachLevelPermitsWhatItsRowSaysWhateverIsCleared(String level, String row) {
        Program program = onDay(3).atLevel(level, "EASE", "HEAT", "STRETCHES").program();

        List<String> kinds = program.items().stream()
                .map(item -> item instanceof ProgramItem.Stretch ? "stretches" : item.id())
                .distinct()
                .toList();
        assertThat(kinds).isEqualTo(row.equals("-") ? List.of() : List.of(row.split(" ")));
        assertThat(program.seeSomeone().isPresent()).isEqualTo(!level.equals("SELF_CARE"));
    }

    @Test
    void cleanDangerPagesWithTheRestUnansweredLeaveThePositionOfEase() {
        Program program =
                onDay(0).atLevel("CLINICIAN_ROUTINE", "EASE").withPain(5).program();

        assertThat(program.item("ease")).isPresent();
        assertThat(program.stretches()).isEmpty();
        assertThat(program.item("heat")).isEmpty();
    }

    @Test
    void aBlockThatIsNotAnsweredIsLeftOutAndNamesItsQuestion() {
        Program program = onDay(3).notAnswering("osteoporosis").program();

        assertThat(leftOut(program, "trunk-rotation").rule()).isEqualTo("block");
        assertThat(leftOut(program, "trunk-rotation").answerFirst()).contains(new QuestionId("osteoporosis"));
    }

    @Test
    void aBlockThatIsAnsweredWithYesOrNotSureIsLeftOutWithItsReasonAndAsksNothing() {
        for (String answer : List.of("yes", "unsure")) {
            LeftOut left = leftOut(onDay(3).answering("osteoporosis", answer).program(), "knee-to-chest");

            assertThat(left.answerFirst()).isEmpty();
            assertThat(left.why().arguments()).containsExactly("Bending a spine with thin bones can crack it.");
        }
    }

    @Test
    void anEaseSendsToTheFormItNamesUnlessItWasAnsweredWithNo() {
        for (String answer : List.of("yes", "unsure")) {
            ProgramItem.Stretch stretch =
                    stretch(onDay(3).answering("knee-trouble", answer).program(), "knee-to-chest");

            assertThat(stretch.exercise().id().value()).isEqualTo("knee-to-chest-behind-thigh");
            assertThat(stretch.insteadOf().map(form -> form.value())).contains("knee-to-chest");
        }
        Program open = onDay(3).notAnswering("knee-trouble").program();
        assertThat(stretch(open, "knee-to-chest").exercise().id().value()).isEqualTo("knee-to-chest-behind-thigh");
        assertThat(open.leftOut())
                .filteredOn(left -> left.item().equals("form:knee-to-chest"))
                .extracting(LeftOut::answerFirst)
                .containsExactly(Optional.of(new QuestionId("knee-trouble")));
    }

    @Test
    void anEasierFormThatIsBlockedItselfGivesWayToTheNextOne() {
        Program program = onDay(3).answering("knee-trouble", "yes")
                .answering("can-lie-back", "no")
                .program();

        assertThat(stretch(program, "knee-to-chest").exercise().id().value()).isEqualTo("knee-to-chest-side");
    }

    @Test
    void whenBendingArchingAndTwistingAllMakeItWorseNoStretchIsLeft() {
        Program program = onDay(3).answering("worse-bending", "yes")
                .answering("worse-arching", "yes")
                .answering("worse-twisting", "yes")
                .program();

        assertThat(program.stretches()).isEmpty();
        assertThat(program.items()).extracting(ProgramItem::id).contains("ease", "heat", "walk", "quiet");
        assertThat(program.item("walk").map(walk -> ((ProgramItem.Walk) walk).minutes()))
                .contains(5);
    }

    @Test
    void theOrderStartsWhereThePersonLiesAndTakesEachPositionOnce() {
        Program fromTheBack = onDay(20).program();
        Program fromTheBelly = onDay(20)
                .answering("can-lie-back", "unsure")
                .answering("can-lie-side", "unsure")
                .program();

        assertThat(positions(fromTheBack)).startsWith("BACK").doesNotHaveDuplicates();
        assertThat(positions(fromTheBelly)).startsWith("BELLY").doesNotHaveDuplicates();
    }

    @Test
    void inTheEveningTheNightComesFirst() {
        assertThat(ids(onDay(3).programAt(10)).getLast()).isEqualTo("sleep");
        assertThat(ids(onDay(3).programAt(20)).subList(0, 2)).containsExactly("ease", "sleep");
        assertThat(onDay(3).programAt(20).revision())
                .isEqualTo(onDay(3).programAt(10).revision());
    }

    @Test
    void fromWeekSixteenNothingIsDoneOnTheBackAndFromWeekTwentyEightNobodySleepsOnIt() {
        Program sixteen = onDay(9).answering("pregnant", "yes")
                .answering("pregnant-16", "yes")
                .answering("can-lie-side", "no")
                .program();
        Program twentyEight = onDay(9).answering("pregnant-16", "yes")
                .answering("pregnant-28", "yes")
                .answering("prone-uncomfortable", "yes")
                .program();

        assertThat(positions(sixteen)).doesNotContain("BACK", "SIDE").isNotEmpty();
        assertThat(sixteen.item("sleep").map(sleep -> ((ProgramItem.Sleep) sleep).position()))
                .contains("back");
        assertThat(twentyEight.item("sleep").map(sleep -> ((ProgramItem.Sleep) sleep).position()))
                .contains("side");
        assertThat(positions(twentyEight)).doesNotContain("BACK", "BELLY");
    }

    @Test
    void aPersonMaySwapShortenRefuseAndRestoreAnItem() {
        Situation person = onDay(3).situation();
        ProgramItem.Stretch own = stretch(Planning.plan(person, Telling.REPERTOIRE), "knee-to-chest");

        ProgramItem.Stretch shorter = stretch(chosen(person, "stretch:knee-to-chest", Choice.SHORTEN), "knee-to-chest");
        ProgramItem.Stretch other = stretch(chosen(person, "stretch:knee-to-chest", Choice.SWAP), "knee-to-chest");
        Program refused = chosen(person, "stretch:knee-to-chest", Choice.REFUSE);
        Program restored = chosen(person, "stretch:knee-to-chest", Choice.REFUSE, Choice.RESTORE);

        assertThat(shorter.dose().targetSeconds()).isEqualTo(own.dose().minSeconds());
        assertThat(shorter.dose().repetitions()).isEqualTo(1);
        assertThat(other.exercise().id()).isNotEqualTo(own.exercise().id());
        assertThat(leftOut(refused, "knee-to-chest").byChoice()).isTrue();
        assertThat(stretch(restored, "knee-to-chest")).isEqualTo(own);
    }

    @Test
    void theRevisionChangesWithTheProgramAndOnlyWithIt() {
        Situation person = onDay(3).situation();
        String revision = Planning.plan(person, Telling.REPERTOIRE).revision();

        assertThat(Planning.plan(person, Telling.REPERTOIRE).revision()).isEqualTo(revision);
        assertThat(chosen(person, "walk", Choice.SHORTEN).revision()).isNotEqualTo(revision);
        assertThat(onDay(3).withPain(3).program().revision()).as("same limit").isEqualTo(revision);
        assertThat(onDay(3).withPain(5).program().revision()).isNotEqualTo(revision);
    }

    private static Program chosen(Situation person, String item, Choice... choices) {
        List<Situation.Chosen> all = new ArrayList<>();
        for (Choice choice : choices) {
            all.add(new Situation.Chosen(item, choice));
        }
        return Planning.plan(
                new Situation(
                        person.triaged(),
                        person.episode(),
                        person.at(),
                        person.days(),
                        person.history(),
                        person.locks(),
                        person.avoidances(),
                        all),
                Telling.REPERTOIRE);
    }

    private static List<String> ids(Program program) {
        return program.items().stream().map(ProgramItem::id).toList();
    }

    /** Runs of the same position are one. */
    private static List<String> positions(Program program) {
        List<String> positions = new ArrayList<>();
        program.stretches().forEach(stretch -> {
            String position = stretch.exercise().position().name();
            if (positions.isEmpty() || !positions.getLast().equals(position)) {
                positions.add(position);
            }
        });
        return positions;
    }

    private static ProgramItem.Stretch stretch(Program program, String exercise) {
        return program.stretches().stream()
                .filter(stretch -> stretch.id().equals("stretch:" + exercise))
                .findFirst()
                .orElseThrow();
    }

    private static LeftOut leftOut(Program program, String exercise) {
        return program.leftOut().stream()
                .filter(left -> left.item().equals("stretch:" + exercise))
                .findFirst()
                .orElseThrow();
    }
}
