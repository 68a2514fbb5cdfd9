package org.unknot.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
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
                        "",
                        "call me",
                        "desk",
                        "",
                        URI.create("http://clinic.example"),
                        "",
                        List.of(),
                        "",
                        "",
                        ClinicSettings.Says.NOTHING))
                .hasMessageContaining("unknot.clinic.phone: expected digits and spaces, for example +61 2 5550 0100")
                .hasMessageContaining("unknot.clinic.email: expected an address, for example desk@clinic.example")
                .hasMessageContaining("unknot.clinic.booking: expected an https address");
    }

    @Test
    void twentyLinksAreEnoughAndEachNamesAHost() {
        ClinicSettings.Link good = link("https://calm.example/app");
        assertThat(clinicWith(Collections.nCopies(20, good)).links()).hasSize(20);
        assertThatThrownBy(() -> clinicWith(Collections.nCopies(21, good))).hasMessageContaining("at most 20 links");
        for (String wrong : List.of("https:app", "https:///app", "http://calm.example/app")) {
            assertThatThrownBy(() -> clinicWith(List.of(link(wrong))))
                    .as(wrong)
                    .hasMessageContaining("unknot.clinic.links: expected an https address");
        }
    }

    private static ClinicSettings.Link link(String address) {
        return new ClinicSettings.Link("stress", "A breathing app", URI.create(address), false);
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

    @Test
    void aFileInTheClinicsFolderTakesThePlaceOfOursAndANewOneIsAdded(@TempDir Path folder) throws IOException {
        Path locales = Files.createDirectories(folder.resolve("locale"));
        Files.writeString(locales.resolve("en-nz.yaml"), pack("en-nz", "Aotearoa"));
        Files.writeString(locales.resolve("en-xx.yaml"), pack("en-xx", "Elsewhere"));
        ContentFiles files = ContentFiles.withClinicFolder(folder);

        assertThat(new Guidance(files, clinicWith("en-nz")).localePack())
                .map(LocalePack::country)
                .contains("Aotearoa");
        assertThat(new Guidance(files, clinicWith("en-xx")).localePack())
                .map(LocalePack::country)
                .contains("Elsewhere");
        assertThat(new Guidance(files, clinicWith("en-au")).localePack())
                .map(LocalePack::country)
                .contains("Australia");
    }

    @Test
    void aFileInTheClinicsFolderIsCheckedLikeOurs(@TempDir Path folder) throws IOException {
        Path locales = Files.createDirectories(folder.resolve("locale"));
        Files.writeString(
                locales.resolve("en-nz.yaml"), pack("en-nz", "Aotearoa").replace("111", "one one one"));
        ContentFiles files = ContentFiles.withClinicFolder(folder);

        assertThatThrownBy(() -> new Guidance(files, clinicWith("en-nz")))
                .hasMessage(
                        "locale/en-nz.yaml:7: emergency: expected what fits together: a number is digits and spaces,"
                                + " such as 13 11 14, got one one one; for example: see above");
    }

    @Test
    void topicsAreSortedByWhatBringsSomebodyAndThenByTheirOrder() {
        assertThat(guidance.topics())
                .isSortedAccordingTo((one, other) -> one.need() != other.need()
                        ? one.need().compareTo(other.need())
                        : Integer.compare(one.order(), other.order()));
        assertThat(guidance.topics().stream().map(Topic::order).toList())
                .as("their orders begin anew with each need")
                .isNotEqualTo(
                        guidance.topics().stream().map(Topic::order).sorted().toList());
    }

    @Test
    void aTopicThatLeadsToNoneIsToldOf(@TempDir Path folder) throws IOException {
        write(folder, ours("topic/lifting.yaml").replace("see-also: [desk-and-chair", "see-also: [juggling"));
        assertThatThrownBy(() -> new Guidance(ContentFiles.withClinicFolder(folder), clinicWith("")))
                .isInstanceOf(ContentRefused.class)
                .hasMessageContaining("see-also: expected ids of topics, got juggling");
    }

    @Test
    void aChangedWordChangesTheHashOfAllGuidance(@TempDir Path folder) throws IOException {
        write(folder, ours("topic/lifting.yaml").replace("Keep the load close to you.", "Hold the load close."));
        assertThat(new Guidance(ContentFiles.withClinicFolder(folder), clinicWith("")).contentHash())
                .isNotEqualTo(guidance.contentHash())
                .hasSize(64);
    }

    @Test
    void aNumberIsDigitsAndSpaces() {
        for (String wrong : List.of("0", "1one", "1-2", "", " 12", "1".repeat(20))) {
            assertThatThrownBy(() -> new LocalePack.Line("Nurse line", wrong, "day and night", "S12"))
                    .as(wrong)
                    .hasMessageContaining("such as 13 11 14");
        }
    }

    private static String ours(String file) throws IOException {
        return Files.readString(Path.of("src/main/resources/content").resolve(file));
    }

    private static void write(Path folder, String lifting) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("topic")).resolve("lifting.yaml"), lifting);
    }

    private static String pack(String id, String country) {
        return """
                id: %s
                source: {citations: [L-NZ]}
                licence: CC-BY-4.0
                author: A clinic
                review: not yet reviewed by a clinician
                country: %s
                emergency: {name: Emergency services, number: "111", hours: day and night, citation: L-NZ}
                emergency-department: a hospital
                """.formatted(id, country);
    }

    private static Guidance guidanceOf(ClinicSettings clinic) {
        return new Guidance(ContentFiles.ofProgram(), clinic);
    }

    private static ClinicSettings clinicWith(String localePack) {
        return new ClinicSettings("", "", "", "", null, localePack, List.of(), "", "", ClinicSettings.Says.NOTHING);
    }

    private static ClinicSettings clinicWith(List<ClinicSettings.Link> links) {
        return new ClinicSettings("", "", "", "", null, "", links, "", "", ClinicSettings.Says.NOTHING);
    }
}
