package org.unknot.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFilesTests {

    @TempDir
    Path folder;

    enum Filling {
        FEATHER,
        BUCK_WHEAT
    }

    record Pillow(String name, int height, Filling filling, Optional<Size> size, List<String> uses) {}

    record Size(int width, int depth) {
        Size {
            if (depth > width) {
                throw new IllegalArgumentException("a pillow is at least as wide as deep");
            }
        }
    }

    private static Pillow pillow(Section section) {
        return new Pillow(
                section.text("name", "Firm pillow"),
                section.wholeNumber("height", 4, 20, "12"),
                section.oneOf("filling", Filling.class),
                section.optionalSection(
                        "size",
                        "{width: 60, depth: 40}",
                        size -> new Size(
                                size.wholeNumber("width", 1, 90, "60"), size.wholeNumber("depth", 1, 90, "40"))),
                section.optionalTexts("uses", "knees"));
    }

    private static final String HEADER = """
            source: {article: Sleep positioning, citations: [S50]}
            licence: CC-BY-4.0
            author: Unknot authors
            review: not yet reviewed by a clinician
            """;

    private static final String GOOD = """
            name: Firm pillow
            height: 12
            filling: buck-wheat
            """;

    @BeforeEach
    void emptyKind() throws IOException {
        Files.createDirectories(folder.resolve("pillow"));
    }

    @Test
    void aGoodFileIsReadWithItsProvenanceAndHash() throws IOException {
        write("firm", "id: firm\n" + HEADER + GOOD + "uses: [knees, belly]\nsize: {width: 60, depth: 40}\n");

        Document<Pillow> firm = read().getFirst();

        assertThat(firm.value())
                .isEqualTo(new Pillow(
                        "Firm pillow",
                        12,
                        Filling.BUCK_WHEAT,
                        Optional.of(new Size(60, 40)),
                        List.of("knees", "belly")));
        assertThat(firm.provenance().article()).isEqualTo("Sleep positioning");
        assertThat(firm.provenance().citations()).containsExactly("S50");
        assertThat(firm.provenance().reviewed()).isFalse();
        assertThat(firm.hash()).hasSize(64);
    }

    @Test
    void theHashChangesWithALetter() throws IOException {
        write("firm", "id: firm\n" + HEADER + GOOD);
        String before = read().getFirst().hash();
        write("firm", "id: firm\n" + HEADER + GOOD.replace("Firm", "firm"));

        assertThat(read().getFirst().hash()).isNotEqualTo(before);
    }

    @Test
    void aSignatureHasANameAndADay() throws IOException {
        String signed =
                HEADER.replace("review: " + Provenance.UNREVIEWED, "review: {by: Dr Ana Example, on: 2026-12-01}");
        write("firm", "id: firm\n" + signed + GOOD);

        assertThat(read().getFirst().provenance().signature()).hasValueSatisfying(signature -> {
            assertThat(signature.by()).isEqualTo("Dr Ana Example");
            assertThat(signature.on()).hasToString("2026-12-01");
        });
    }

    @Test
    void aReviewInOtherWordsIsRefused() throws IOException {
        write("firm", "id: firm\n" + HEADER.replace(Provenance.UNREVIEWED, "fine") + GOOD);

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:5: review: expected \"not yet reviewed by a clinician\" or who signed and"
                                + " when, got fine; for example: review: not yet reviewed by a clinician");
    }

    @Test
    void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
        write("firm", "id: firm\n" + HEADER + "name: Firm\nheight: 40\nfilling: straw\ncolour: red\n");
        write("soft", "id: hard\n" + HEADER + "height: low\nfilling: feather\n");

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:7: height: expected a whole number from 4 to 20, got 40; for example: 12",
                        "pillow/firm.yaml:8: filling: expected one of feather, buck-wheat, got straw; for example: feather",
                        "pillow/firm.yaml:9: colour: expected only the fields id, source, licence, author, review, name,"
                                + " height, filling, size, uses; for example: id: …",
                        "pillow/soft.yaml:1: id: expected the name of the file, soft, got hard; for example: id: soft",
                        "pillow/soft.yaml:1: name: expected text, got nothing; for example: name: Firm pillow",
                        "pillow/soft.yaml:6: height: expected a whole number from 4 to 20, got low; for example: 12");
    }

    @Test
    void aMissingHeaderIsRefused() throws IOException {
        write("firm", "id: firm\n" + GOOD);

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:1: source: expected a section, got nothing; for example: source: {article: Knee to"
                                + " chest, citations: [S25]}",
                        "pillow/firm.yaml:1: licence: expected text, got nothing; for example: licence: CC-BY-4.0",
                        "pillow/firm.yaml:1: author: expected text, got nothing; for example: author: Unknot authors",
                        "pillow/firm.yaml:1: review: expected a section, got nothing; for example: review: not yet reviewed"
                                + " by a clinician");
    }

    @Test
    void whatAConstructorRefusesNamesTheSection() throws IOException {
        write("firm", "id: firm\n" + HEADER + GOOD + "size: {width: 40, depth: 60}\n");

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:9: size: expected what fits together: a pillow is at least as wide as"
                                + " deep; for example: see above");
    }

    @Test
    void aFieldWrittenTwiceIsRefused() throws IOException {
        write("firm", "id: firm\n" + HEADER + GOOD + "height: 13\n");

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:9: height: expected each field once, got it a second time; for example:"
                                + " height: once");
    }

    @Test
    void anEmptyFieldCountsAsMissing() throws IOException {
        write("firm", "id: firm\n" + HEADER + GOOD.replace("Firm pillow", ""));

        assertThat(problems())
                .containsExactly(
                        "pillow/firm.yaml:6: name: expected text, got nothing; for example: name: Firm pillow");
    }

    @Test
    void aNumberOutsideItsRangeIsToldTheNearestInside() throws IOException {
        write("firm", "id: firm\n" + HEADER + "tilt: 14.5\nsize: [1.25, -3]\n");
        Range tilt = new Range("tilt", -5, 12.5, "degrees");
        Range width = new Range("width", 0, 90, "");

        assertThat(problems(section -> section.number("tilt", tilt)
                        + section.numbers("size", List.of(width, width)).size()))
                .containsExactly(
                        "pillow/firm.yaml:6: tilt: expected tilt from -5 to 12.5 degrees, got 14.5; for example: 12.5",
                        "pillow/firm.yaml:7: size[1]: expected width from 0 to 90, got -3; for example: 0");
    }

    @Test
    void numbersThatAreMissingTooFewOrNoNumbersAreTold() throws IOException {
        write("firm", "id: firm\n" + HEADER + "tilt: steep\nsize: [1]\n");
        Range range = new Range("units", 2, 90, "");

        assertThat(problems(section -> section.number("tilt", range)
                        + section.numbers("size", List.of(range, range)).size()
                        + section.number("depth", range)))
                .containsExactly(
                        "pillow/firm.yaml:6: tilt: expected units from 2 to 90, got steep; for example: 2",
                        "pillow/firm.yaml:7: size: expected a list of units, units, got 1 entries; for example: [2, 2]",
                        "pillow/firm.yaml:1: depth: expected units from 2 to 90, got nothing; for example: depth: 2");
    }

    @Test
    void numbersWithDecimalsAreRead() throws IOException {
        write("firm", "id: firm\n" + HEADER + "size: [1.25, -3]\n");
        Range range = new Range("units", -9, 9, "");

        assertThat(ContentFiles.onlyFrom(folder)
                        .read("pillow", section -> section.numbers("size", List.of(range, range)))
                        .getFirst()
                        .value())
                .containsExactly(1.25, -3.0);
    }

    @Test
    void brokenYamlNamesItsLine() throws IOException {
        write("firm", "id: firm\n" + HEADER + "uses: [knees\nname: x\n");

        assertThat(problems()).singleElement().asString().startsWith("pillow/firm.yaml:7: expected YAML, but ");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        write("firm", "");

        assertThat(problems())
                .containsExactly("pillow/firm.yaml:1: expected fields and values; for example: id: knee-to-chest");
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(folder.resolve("pillow").resolve(id + ".yaml"), text);
    }

    private List<Document<Pillow>> read() {
        return ContentFiles.onlyFrom(folder).read("pillow", ContentFilesTests::pillow);
    }

    private List<String> problems() {
        return problems(ContentFilesTests::pillow);
    }

    private <T> List<String> problems(Form<T> form) {
        ContentRefused refused = catchThrowableOfType(
                ContentRefused.class, () -> ContentFiles.onlyFrom(folder).read("pillow", form));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
