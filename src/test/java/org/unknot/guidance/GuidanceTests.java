package org.unknot.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unknot.content.ContentFiles;
import org.unknot.content.Provenance;
import org.unknot.shared.QuestionId;

class GuidanceTests {

    private final Guidance guidance = guidanceOf(clinicWith(""));

    @Test
    void theFourWaysToEaseAreThereInOrder() {
        assertThat(guidance.easePositions())
                .extracting(EasePosition::id)
                .containsExactly("back-knees-up", "side-pillow", "belly-pillow", "leaning");
    }

    @Test
    void easeIsLedForSixtyToNinetySeconds() {
        // docs/clinical/sources.md#J-ease
        assertThat(guidance.easePositions()).allSatisfy(position -> {
            assertThat(position.seconds()).isBetween(60, 90);
            assertThat(position.cues().getFirst().atSecond()).isZero();
            assertThat(position.cues())
                    .allSatisfy(cue -> assertThat(cue.text().split(" ")).hasSizeLessThanOrEqualTo(12));
        });
    }

    @Test
    void sleepIsForBackSideAndBellyInThatOrderWithTheBellyLast() {
        assertThat(guidance.sleepPositions()).extracting(SleepPosition::id).containsExactly("back", "side", "belly");
    }

    @Test
    void everySupportHasAHouseholdSubstitute() {
        assertThat(guidance.sleepPositions())
                .flatExtracting(SleepPosition::supports)
                .allSatisfy(support -> assertThat(support.substitutes()).isNotEmpty());
    }

    @Test
    void inPregnancyTheBackIsLeftOutFromWeekTwentyEightAndTheBellyOnceItIsUncomfortable() {
        assertThat(guidance.sleep("back").orElseThrow().notWhen()).containsExactly(new QuestionId("pregnant-28"));
        assertThat(guidance.sleep("belly").orElseThrow().notWhen())
                .containsExactly(new QuestionId("prone-uncomfortable"));
    }

    @Test
    void heatIsFifteenToTwentyMinutesWithASkinCheckAtTenAndAnHourOfPause() {
        // docs/clinical/sources.md#heat
        HeatGuide heat = guidance.heat();
        assertThat(List.of(heat.leastMinutes(), heat.mostMinutes(), heat.checkAtMinutes(), heat.pauseMinutes()))
                .containsExactly(15, 20, 10, 60);
        assertThat(heat.ways()).extracting(HeatGuide.Way::id).containsExactly("pack", "shower", "bath");
        assertThat(heat.refusals())
                .extracting(QuestionId::value)
                .containsExactly(
                        "reduced-feeling",
                        "poor-circulation",
                        "skin-broken",
                        "heat-rub-or-patch",
                        "sleepy-or-alcohol",
                        "cancer-or-radiation-site",
                        "fresh-swelling");
    }

    @Test
    void theFourProfessionsAreThere() {
        assertThat(guidance.whom())
                .extracting(Whom::id)
                .containsExactly("soft-tissue-ot", "exercise-physiologist", "gp", "psychologist");
    }

    @Test
    void everyTopicOfTheArticleIsThere() {
        assertThat(guidance.topics())
                .extracting(Topic::id)
                .contains(
                        "what-is-a-spasm",
                        "what-to-expect",
                        "first-advice",
                        "gentle-exercise",
                        "moves-to-avoid",
                        "lifting",
                        "regular-exercise",
                        "healthy-weight",
                        "car-seat",
                        "desk-and-chair",
                        "changing-posture",
                        "stress");
    }

    @Test
    void withoutAChosenPackNoNumberIsGuessed() {
        assertThat(guidance.localePack()).isEmpty();
    }

    @Test
    void theChosenPackIsFoundInWhateverCase() {
        LocalePack pack = guidanceOf(clinicWith("en-AU")).localePack().orElseThrow();

        assertThat(pack.emergency().dial()).isEqualTo("000");
        assertThat(pack.crisisLine().orElseThrow().dial()).isEqualTo("131114");
    }

    @Test
    void aPackThatDoesNotExistStopsTheStart() {
        assertThatThrownBy(() -> guidanceOf(clinicWith("en-xx")))
                .hasMessage(
                        "unknot.clinic.locale-pack: expected one of en-au, en-gb, en-nz, for example en-au; got: en-xx");
    }

    @Test
    void settingsOfTheClinicThatCannotBeUsedAreNamed() {
        assertThatThrownBy(() -> new ClinicSettings(
                        "", "call me", "desk", "", URI.create("http://clinic.example"), "", List.of()))
                .hasMessageContaining("unknot.clinic.phone: expected digits and spaces, for example +61 2 5550 0100")
                .hasMessageContaining("unknot.clinic.email: expected an address, for example desk@clinic.example")
                .hasMessageContaining("unknot.clinic.booking: expected an https address");
    }

    @Test
    void nothingIsCalledReviewedThatNobodySigned() {
        assertThat(Stream.of(
                                guidance.topics().stream().map(Topic::provenance),
                                guidance.whom().stream().map(Whom::provenance),
                                Stream.of(guidance.heat().provenance()))
                        .flatMap(provenances -> provenances))
                .noneMatch(Provenance::reviewed)
                .allMatch(provenance -> provenance.licence().equals("CC-BY-4.0"));
    }

    private static Guidance guidanceOf(ClinicSettings clinic) {
        return new Guidance(ContentFiles.ofProgram(), clinic);
    }

    private static ClinicSettings clinicWith(String localePack) {
        return new ClinicSettings("", "", "", "", null, localePack, List.of());
    }
}
