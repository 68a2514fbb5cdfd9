package org.unknot.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unknot.content.ContentFiles;

class CatalogueTests {

    private final Catalogue catalogue = new Catalogue(ContentFiles.ofProgram());

    @Test
    void theSixStretchesOfTheArticleAreOffered() {
        assertThat(catalogue.offered())
                .extracting(exercise -> exercise.id().value())
                .containsExactly(
                        "knee-to-chest", "piriformis", "trunk-rotation", "press-up", "childs-pose", "downward-dog");
    }

    @Test
    void everyOtherFormIsReachedFromAnOfferedOne() {
        Set<String> reached = new java.util.TreeSet<>();
        for (Exercise exercise : catalogue.all()) {
            exercise.easier().ifPresent(id -> reached.add(id.value()));
            exercise.harder().ifPresent(id -> reached.add(id.value()));
            exercise.eases().forEach(ease -> reached.add(ease.to().value()));
        }

        assertThat(catalogue.all())
                .filteredOn(exercise -> !exercise.offered())
                .hasSize(11)
                .allSatisfy(
                        exercise -> assertThat(reached).contains(exercise.id().value()));
    }

    @Test
    void everyOfferedStretchHasAnEasierForm() {
        assertThat(catalogue.offered())
                .allSatisfy(exercise ->
                        assertThat(catalogue.easierChain(exercise.id())).isNotEmpty());
    }

    @Test
    void theEasierChainGoesDownStepByStep() {
        assertThat(catalogue.easierChain(new ExerciseId("downward-dog")))
                .extracting(exercise -> exercise.id().value())
                .containsExactly("downward-dog-wall", "downward-dog-chair");
        assertThat(catalogue.easierChain(new ExerciseId("no-such-exercise"))).isEmpty();
    }

    @Test
    void headDownAndTheHeadLiftWaitForTheBuildPhase() {
        // docs/clinical/sources.md#J-phase
        assertThat(form("downward-dog").from()).isEqualTo(Phase.BUILD);
        assertThat(form("knee-to-chest-chin-tuck").from()).isEqualTo(Phase.BUILD);
    }

    @Test
    void inTheFirstDaysAStretchNeedsAtMostThreeAnswersOfItsOwn() {
        assertThat(catalogue.offered())
                .filteredOn(exercise -> exercise.from() == Phase.SETTLE)
                .isNotEmpty()
                .allSatisfy(exercise -> assertThat(exercise.blocks()).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void thePressUpIsHeldAsLongAsOneCanUntilTwentyToThirtySecondsHaveAddedUp() {
        for (String id : List.of("press-up", "press-up-elbows")) {
            Dose dose = form(id).dose();
            assertThat(dose.asAble()).isTrue();
            assertThat(dose.minSeconds()).isEqualTo(20);
            assertThat(dose.maxSeconds()).isEqualTo(30);
        }
    }

    @Test
    void theArticlesHoldsAreKeptAndTheRestIsMarkedAsClinicDefault() {
        assertThat(form("piriformis").dose().minSeconds()).isEqualTo(30);
        assertThat(form("knee-to-chest").dose().targetSeconds()).isEqualTo(30);
        assertThat(form("piriformis").dose().clinicDefaults()).doesNotContain("min", "target");
        for (String id : List.of("trunk-rotation", "downward-dog", "childs-pose")) {
            assertThat(form(id).dose().clinicDefaults()).contains("min", "target", "max");
        }
        assertThat(catalogue.all())
                .allSatisfy(exercise ->
                        assertThat(exercise.dose().clinicDefaults()).contains("repetitions", "times-a-day", "from"));
    }

    @Test
    void spokenSentencesHaveAtMostTwelveWords() {
        for (Exercise exercise : catalogue.all()) {
            for (Instruction instruction : exercise.instructions()) {
                for (String sentence : instruction.text().split("(?<=[.?!])\\s+")) {
                    assertThat(sentence.split("\\s+"))
                            .as(exercise.id().value() + ": " + sentence)
                            .hasSizeLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void theContentHashIsOneForAllFiles() {
        assertThat(catalogue.contentHash())
                .hasSize(64)
                .isEqualTo(new Catalogue(ContentFiles.ofProgram()).contentHash());
    }

    private Exercise form(String id) {
        return catalogue.byId(new ExerciseId(id)).orElseThrow();
    }
}
