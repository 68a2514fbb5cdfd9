package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outline is that of the band pulled tight, the same one that the browser draws from the same fixtures. */
class HullTests {

    private static final Path FIXTURES = Path.of("src/test/resources/figure-fixtures/hulls.json");

    @TestFactory
    Stream<DynamicTest> everyFixtureIsDrawnAsTheBrowserDrawsIt() throws IOException {
        JsonNode cases =
                JsonMapper.shared().readTree(Files.readString(FIXTURES)).get("cases");
        return cases.valueStream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.get("name").asString(), () -> {
                    double[][] circles = new double[3][fixture.get("circles").size()];
                    for (int i = 0; i < circles[0].length; i++) {
                        for (int axis = 0; axis < 3; axis++) {
                            circles[axis][i] =
                                    fixture.get("circles").get(i).get(axis).asDouble();
                        }
                    }
                    Hull hull = Hull.around(circles[0], circles[1], circles[2], all(circles[0].length));
                    List<Integer> on = new ArrayList<>();
                    for (int i = 0; i < hull.count; i++) {
                        on.add(hull.circles[i]);
                    }
                    List<Integer> expected = new ArrayList<>();
                    fixture.get("on").forEach(circle -> expected.add(circle.asInt()));
                    // Those on one straight edge between its ends may be left out.
                    assertThat(expected).containsAll(on);
                    if (on.equals(expected) && fixture.has("path")) {
                        assertThat(path(hull, circles))
                                .isEqualTo(fixture.get("path").asString());
                    } else if (fixture.has("path")) {
                        assertThat(fixture.get("name").asString()).contains("row");
                    }
                }));
    }

    @Test
    void noCircleSticksOutAndEachArcTouches() {
        Random random = new Random(AnyPose.SEED);
        for (int round = 0; round < 3000; round++) {
            int count = 1 + random.nextInt(8);
            double[] x = new double[count];
            double[] y = new double[count];
            double[] r = new double[count];
            for (int i = 0; i < count; i++) {
                boolean doubled = i > 0 && random.nextInt(8) == 0;
                x[i] = doubled ? x[i - 1] : random.nextInt(400) / 10.0;
                y[i] = doubled ? y[i - 1] : random.nextInt(400) / 10.0;
                r[i] = doubled && random.nextBoolean() ? r[i - 1] : 0.1 + random.nextInt(60) / 10.0;
            }
            Hull hull = Hull.around(x, y, r, all(count));
            for (int step = 0; step < 360; step++) {
                double direction = Math.toRadians(step + 0.05);
                int touching = on(hull, direction);
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < count; i++) {
                    most = Math.max(most, support(x, y, r, i, direction));
                }
                assertThat(most - support(x, y, r, touching, direction))
                        .as("round %d of seed %d at %d°", round, AnyPose.SEED, step)
                        .isLessThan(1e-4);
            }
        }
    }

    private static int on(Hull hull, double direction) {
        for (int i = 0; i < hull.count; i++) {
            for (double turned : new double[] {direction, direction - 2 * Math.PI}) {
                if (hull.from[i] <= turned && turned <= hull.to[i]) {
                    return hull.circles[i];
                }
            }
        }
        throw new AssertionError("No arc faces " + direction);
    }

    private static double support(double[] x, double[] y, double[] r, int circle, double direction) {
        return x[circle] * Math.cos(direction) + y[circle] * Math.sin(direction) + r[circle];
    }

    private static int[] all(int count) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }

    /** As the browser writes it: absolute, two decimals. */
    private static String path(Hull hull, double[][] circles) {
        if (hull.count == 1) {
            int only = hull.circles[0];
            String r = number(circles[2][only]);
            String right = number(circles[0][only] + circles[2][only]) + " " + number(circles[1][only]);
            String left = number(circles[0][only] - circles[2][only]) + " " + number(circles[1][only]);
            return "M%s%sA%s %s 0 1 1 %s%sA%s %s 0 1 1 %sZ".formatted(right, "", r, r, left, "", r, r, right);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < hull.count; i++) {
            String r = number(circles[2][hull.circles[i]]);
            path.append(i == 0 ? "M" : "L").append(edge(hull, circles, i, hull.from[i]));
            path.append("A%s %s 0 %d 1 ".formatted(r, r, hull.to[i] - hull.from[i] > Math.PI ? 1 : 0));
            path.append(edge(hull, circles, i, hull.to[i]));
        }
        return path.append("Z").toString();
    }

    private static String edge(Hull hull, double[][] circles, int arc, double direction) {
        int circle = hull.circles[arc];
        return number(circles[0][circle] + circles[2][circle] * Math.cos(direction))
                + " "
                + number(circles[1][circle] + circles[2][circle] * Math.sin(direction));
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? String.valueOf(Math.round(rounded))
                : String.format(Locale.ROOT, "%.2f", rounded).replaceAll("0+$", "");
    }
}
