package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.unknot.content.ContentFiles;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that ships, drawn for every side and build: small, whole, inside its picture, holding what it says it holds. */
class ShippedDrawingsTests {

    private static final int STILL_BYTES = 6000;
    private static final int STILL_COMPRESSED = 2000;
    private static final int SAMPLES_COMPRESSED = 6000;
    private static final int STEPS = 10;

    private final Figures figures;

    ShippedDrawingsTests() throws IOException {
        figures = new FigureConfiguration().figures(ContentFiles.ofProgram(), new Texts());
    }

    private record Shown(Figure figure, @Nullable Side side, Build build) {
        @Override
        public String toString() {
            return figure.id().value() + " " + side + " " + build;
        }
    }

    @Test
    void everyStillIsSmallAndIsAPictureWithANameAndAnId() {
        each(shown -> {
            for (Keyframe keyframe : shown.figure().keyframes()) {
                for (Palette palette : Palette.values()) {
                    String svg =
                            figures.still(shown.figure().id(), keyframe.id(), shown.side(), shown.build(), palette);
                    String what = shown + " " + keyframe.id() + " " + palette;
                    assertThat(wellFormed(svg)).as(what).isTrue();
                    assertThat(svg).as(what).contains("role=\"img\"").doesNotContain("NaN");
                    if (palette == Palette.VARIABLES) {
                        assertThat(svg.getBytes(StandardCharsets.UTF_8).length)
                                .as(what)
                                .isLessThanOrEqualTo(STILL_BYTES);
                        assertThat(compressed(svg)).as(what).isLessThanOrEqualTo(STILL_COMPRESSED);
                        assertThat(svg).as(what).doesNotContain("style").doesNotContain("#");
                    } else if (palette == Palette.PRINT) {
                        assertThat(svg).as(what).doesNotContain("var(").doesNotContain("<style");
                    }
                }
            }
        });
    }

    @Test
    void theSamplesOfEveryFigureAreSmallAndEndWhereItsStillsAre() {
        each(shown -> {
            String samples = figures.samples(shown.figure().id(), shown.side(), shown.build());
            assertThat(compressed(samples)).as("%s", shown).isLessThanOrEqualTo(SAMPLES_COMPRESSED);
            JsonNode json = JsonMapper.shared().readTree(samples);
            assertThat(json.get("frames")).hasSize(shown.figure().keyframes().size());
            JsonNode last = json.get("moves").get(json.get("moves").size() - 1);
            long[] at = new long[2 * json.get("r").size()];
            for (JsonNode sample : last.get("xy")) {
                for (int i = 0; i < at.length; i++) {
                    at[i] += sample.get(i).asLong();
                }
            }
            Keyframe keyframe = shown.figure().keyframe(last.get("to").asString());
            Drawing drawing = Cast.of(shown.figure(), shown.build())
                    .draw(
                            Solver.solve(keyframe.pose(), shown.build()),
                            keyframe.placed(shown.figure().props()));
            for (int i = 0; i < drawing.x().length; i++) {
                assertThat(at[2 * i] / 10.0).as("%s circle %d", shown, i).isCloseTo(drawing.x()[i], within(0.051));
                assertThat(at[2 * i + 1] / 10.0).as("%s circle %d", shown, i).isCloseTo(drawing.y()[i], within(0.051));
            }
        });
    }

    @Test
    void bonesKeepTheirLengthAtEverySample() {
        eachMoment((what, way, part) ->
                assertThat(AnyPose.stretched(way.at(part))).as(what).isLessThan(0.01));
    }

    @Test
    void nothingSinksIntoTheMatAtAnySample() {
        eachMoment((what, way, part) ->
                assertThat(AnyPose.lowest(way.at(part))).as(what).isGreaterThan(-0.3));
    }

    @Test
    void whatIsHeldStaysHeldThroughTheHoldAndOnTheWay() {
        eachMoment((what, way, part) -> assertThat(way.at(part).shortfalls())
                .as(what)
                .allSatisfy(shortfall -> assertThat(shortfall.by()).isLessThan(1)));
    }

    @Test
    void nothingIsCutOffByTheEdgeOfThePicture() {
        List<String> cut = new ArrayList<>();
        each(shown -> {
            Camera.View view = shown.figure().camera().view();
            Cast cast = Cast.of(shown.figure(), shown.build());
            moments(shown, (what, way, part) -> {
                Drawing drawing =
                        cast.draw(way.at(part), way.props(shown.figure().props(), part));
                double over = 0;
                for (int i = 0; i < Flesh.of(shown.build()).count(); i++) {
                    double r = cast.radii()[i];
                    over = Math.max(over, view.left() - drawing.x()[i] + r);
                    over = Math.max(over, drawing.x()[i] + r - view.left() - view.width());
                    over = Math.max(over, view.top() - drawing.y()[i] + r);
                    over = Math.max(over, drawing.y()[i] + r - view.top() - view.height());
                }
                if (over > 0) {
                    cut.add("%s by %.1f".formatted(what, over));
                }
            });
        });
        assertThat(cut).isEmpty();
    }

    @Test
    void theOtherSideIsTheMirroredPoseSolvedAgain() {
        for (FigureId id : figures.all()) {
            Figure figure = figures.figure(id);
            for (Keyframe keyframe : figure.keyframes()) {
                Solved solved = Solver.solve(keyframe.pose(), Build.MIDDLE);
                Solved mirrored = Solver.solve(keyframe.mirrored().pose(), Build.MIDDLE);
                for (Segment segment : Segment.values()) {
                    assertThat(mirrored.end(segment.mirrored())
                                    .minus(solved.end(segment).mirroredInWorld())
                                    .length())
                            .as("%s %s %s", id.value(), keyframe.id(), segment.word())
                            .isLessThan(0.001);
                }
            }
        }
    }

    private void each(java.util.function.Consumer<Shown> property) {
        for (FigureId id : figures.all()) {
            Figure figure = figures.figure(id);
            for (Build build : Build.values()) {
                property.accept(new Shown(figure, figure.sided() ? Side.RIGHT : null, build));
                if (figure.sided()) {
                    property.accept(new Shown(figure.mirrored(), Side.LEFT, build));
                }
            }
        }
    }

    private interface Moment {
        void at(String what, Transition way, double part);
    }

    private void eachMoment(Moment property) {
        each(shown -> moments(shown, property));
    }

    private static void moments(Shown shown, Moment property) {
        List<Keyframe> keyframes = shown.figure().keyframes();
        for (int i = 0; i < Math.max(1, keyframes.size() - 1); i++) {
            Keyframe to = keyframes.get(Math.min(i + 1, keyframes.size() - 1));
            Transition way = new Transition(keyframes.get(i), to, shown.build());
            for (int step = 0; step <= STEPS; step++) {
                String what = shown + " " + keyframes.get(i).id() + " to " + to.id() + " at " + step + "/" + STEPS;
                property.at(what, way, (double) step / STEPS);
            }
        }
    }

    private static boolean wellFormed(String svg) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            return true;
        } catch (Exception broken) {
            throw new AssertionError(svg, broken);
        }
    }

    private static int compressed(String text) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
            gzip.finish();
            return bytes.size();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
