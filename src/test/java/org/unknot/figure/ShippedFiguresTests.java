package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.content.ContentFiles;
import org.unknot.content.Document;

/** The figures that ship with the program: all that content speaks of can be drawn. */
class ShippedFiguresTests {

    private static final Path CONTENT = Path.of("src/main/resources/content");
    private static final List<String> SIX =
            List.of("piriformis", "press-up", "knee-to-chest", "trunk-rotation", "downward-dog", "childs-pose");

    private final List<Document<Figure>> figures = FigureCheck.read(ContentFiles.ofProgram());
    private final List<String> ids = figures.stream().map(Document::id).toList();

    @ParameterizedTest
    @CsvSource({"exercise, ''", "sleep, sleep-", "ease, ease-"})
    void everythingThatSaysHowToLieOrMoveHasItsFigure(String kind, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(CONTENT.resolve(kind))) {
            List<String> needed = files.map(
                            file -> prefix + file.getFileName().toString().replace(".yaml", ""))
                    .toList();
            assertThat(needed).isNotEmpty();
            assertThat(ids).containsAll(needed);
        }
    }

    @Test
    void theOtherPicturesOfTheArticleAreThere() {
        assertThat(ids)
                .contains(
                        "heat-side",
                        "heat-belly",
                        "hook-lying",
                        "walking",
                        "desk-well",
                        "desk-badly",
                        "lift-well",
                        "lift-badly",
                        "stand-up",
                        "lie-down");
    }

    @Test
    void theSixStretchesShowStartMidAndHold() {
        assertThat(figures.stream().filter(figure -> SIX.contains(figure.id())))
                .hasSize(SIX.size())
                .allSatisfy(figure -> assertThat(figure.value().keyframes())
                        .extracting(Keyframe::id)
                        .contains("start", "mid", "hold"));
    }

    @Test
    void aFigureHasSidesExactlyWhenItsExerciseHas() throws IOException {
        for (Document<Figure> figure : figures) {
            Path exercise = CONTENT.resolve("exercise/" + figure.id() + ".yaml");
            if (Files.exists(exercise)) {
                assertThat(figure.value().sided())
                        .as(figure.id())
                        .isEqualTo(Files.readString(exercise).contains("sides: both"));
            }
        }
    }

    @Test
    void nobodyLiesOnAHeatPack() {
        for (String id : List.of("heat-side", "heat-belly")) {
            Figure figure = figure(id);
            Solved solved = Solver.solve(figure.keyframe(figure.still()).pose(), Build.MIDDLE);
            Prop pack = figure.props().stream()
                    .filter(prop -> prop.kind() == Prop.Kind.HEAT_PACK)
                    .findFirst()
                    .orElseThrow();
            Vec back = solved.frame(Segment.LUMBAR).within(pack.centre().minus(solved.start(Segment.LUMBAR)));
            assertThat(back.z()).as("%s: behind the back", id).isNegative();
            assertThat(pack.centre().y())
                    .as("%s: not underneath", id)
                    .isGreaterThan(solved.start(Segment.LUMBAR).y() - 4);
        }
    }

    private Figure figure(String id) {
        return figures.stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
