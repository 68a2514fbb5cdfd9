package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unknot.content.Readability;
import org.unknot.shared.Side;

/** The words of a picture come from its pose, name the right side, and can be said aloud. */
class PoseWordsTests {

    private static final double HIGHEST_GRADE = 7;
    private static final int SPOKEN_WORDS = 12;

    private final Figures figures;

    PoseWordsTests() throws IOException {
        figures = Goldens.shipped();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "knee-to-chest|hold|RIGHT|Lying on the back. Right knee drawn to the chest. Left leg straight. Both hands on the right shin.",
                "piriformis|hold|LEFT|Lying on the back. Left ankle across the right thigh. Right knee drawn to the chest. Both hands behind the right thigh.",
                "trunk-rotation|hold|LEFT|Lying on the back. Both knees tip to the left. Arms out to the sides, palms down.",
                "trunk-rotation|start|LEFT|Lying on the back. Both knees bent, feet flat. Arms out to the sides, palms down.",
                "press-up|start||Lying on the belly. Both legs straight. Hands flat beside the ears.",
                "press-up|hold||Lying on the belly. The chest is lifted. The hips stay down. Both legs straight. Hands flat beside the ears.",
                "downward-dog|hold||On hands and feet, hips up and back. Both knees a little bent. Hands flat on the floor.",
                "childs-pose|hold||Kneeling, sitting back towards the heels. The chest rests low over the thighs. Arms stretched forward, hands on the floor.",
                "sleep-side|hold||Lying on one side. Both knees bent. A pillow under the head. A pillow between the knees.",
                "heat-belly|hold||Lying on the belly. The head is turned to one side. Both legs straight. Hands flat beside the ears. A pillow under the belly and hips. A heat pack on top of the lower back.",
                "knee-to-chest-side|hold|RIGHT|Lying on the left side. Right knee drawn to the chest. Left knee bent. Right hand behind the right thigh. A pillow under the head. A pillow between the knees.",
                "stand-up|push||Half way up from lying on one side. Both arms push the body up.",
            })
    void aPictureIsSaidInPlainWords(String figure, String keyframe, Side side, String words) {
        assertThat(figures.describe(new FigureId(figure), keyframe, side).text())
                .isEqualTo(words);
    }

    @Test
    void aTitleNamesExerciseMomentAndSide() {
        assertThat(figures.describe(new FigureId("knee-to-chest"), "hold", Side.LEFT)
                        .title())
                .isEqualTo("Knee to chest, left side: Hold");
        assertThat(figures.describe(new FigureId("press-up"), "hold", null).title())
                .isEqualTo("Press up: Hold");
    }

    @Test
    void theOtherSideSaysTheSameWithLeftAndRightSwapped() {
        int sided = 0;
        for (FigureId id : figures.all()) {
            if (figures.figure(id).sided()) {
                for (Keyframe keyframe : figures.figure(id).keyframes()) {
                    String right =
                            figures.describe(id, keyframe.id(), Side.RIGHT).text();
                    String left = figures.describe(id, keyframe.id(), Side.LEFT).text();
                    assertThat(sentences(swapped(left)))
                            .as(id.value())
                            .containsExactlyInAnyOrderElementsOf(sentences(right));
                    sided += right.equals(left) ? 0 : 1;
                }
            }
        }
        assertThat(sided).isGreaterThan(20);
    }

    @Test
    void aFigureWithoutSidesNamesNone() {
        for (FigureId id : figures.all()) {
            if (!figures.figure(id).sided()) {
                for (Keyframe keyframe : figures.figure(id).keyframes()) {
                    assertThat(figures.describe(id, keyframe.id(), null).text())
                            .as(id.value())
                            .doesNotContainPattern("(?i)\\b(left|right)\\b");
                }
            }
        }
    }

    @Test
    void everySentenceIsShortAndAllOfThemReadAtGradeSeven() throws IOException {
        Readability readability = Readability.withNamedTerms();
        List<String> all = new ArrayList<>();
        for (FigureId id : figures.all()) {
            for (Keyframe keyframe : figures.figure(id).keyframes()) {
                all.addAll(
                        figures.describe(id, keyframe.id(), figures.figure(id).sided() ? Side.LEFT : null)
                                .sentences());
            }
        }
        assertThat(all)
                .isNotEmpty()
                .allSatisfy(sentence ->
                        assertThat(sentence.split(" ")).as(sentence).hasSizeLessThanOrEqualTo(SPOKEN_WORDS));
        assertThat(readability.grade(String.join(" ", all))).isLessThanOrEqualTo(HIGHEST_GRADE);
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("(?<=\\.) "));
    }

    private static String swapped(String text) {
        return text.replaceAll("\\bleft\\b", "<")
                .replaceAll("\\bright\\b", "left")
                .replace("<", "right")
                .replaceAll("\\bLeft\\b", "<")
                .replaceAll("\\bRight\\b", "Left")
                .replace("<", "Right");
    }
}
