package org.unknot.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Problem;

/** Real exercise files, each with one thing spoilt: the error says where, what was expected and what would do. */
class ExerciseFileTests {

    @TempDir
    Path folder;

    @BeforeEach
    void theForearmAndTheFullPressUp() throws IOException {
        Files.createDirectories(folder.resolve("exercise"));
        copy("press-up");
        copy("press-up-elbows");
    }

    @Test
    void theUnspoiltFilesAreAccepted() {
        assertThat(new Catalogue(ContentFiles.onlyFrom(folder)).all()).hasSize(2);
    }

    @Test
    void aMissingSideIsRefused() throws IOException {
        spoil("press-up", "  sides: none\n", "");

        assertThat(problems())
                .containsExactly(at("press-up", "dose:")
                        + "dose.sides: expected one of both, none, got nothing; for example:" + " sides: both");
    }

    @Test
    void bothSidesWithoutASideInTheStepsIsRefused() throws IOException {
        spoil("press-up", "sides: none", "sides: both");

        assertThat(problems())
                .containsExactly(at("press-up", "steps:") + "steps: expected at least one step with {side}, because"
                        + " dose.sides is both; for example: move: [\"Bring your {side} knee up.\"]");
    }

    @Test
    void aHoldAboveItsLimitIsRefused() throws IOException {
        spoil("press-up", "max: 30}", "max: 90}");

        assertThat(problems())
                .containsExactly(at("press-up", "hold:")
                        + "dose.hold.max: expected a whole number from 5 to 60, got 90;" + " for example: 60");
    }

    @Test
    void aTargetAboveTheLongestHoldIsRefused() throws IOException {
        spoil("press-up", "target: 30", "target: 40");

        assertThat(problems())
                .containsExactly(at("press-up", "hold:") + "dose.hold: expected what fits together: min 20 <= target 40"
                        + " <= max 30; for example: see above");
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        spoil("press-up", "  as-able: true", "  as-able: true\n  until-it-hurts: true");

        assertThat(problems())
                .containsExactly(
                        at("press-up", "until-it-hurts") + "dose.until-it-hurts: expected only the fields sides, hold,"
                                + " as-able, repetitions, times-a-day, clinic-defaults; for example: sides: …");
    }

    @Test
    void aWrongWordForADirectionIsRefused() throws IOException {
        spoil("press-up", "direction: extension", "direction: backwards");

        assertThat(problems())
                .containsExactly(
                        at("press-up", "direction: b") + "direction: expected one of flexion, extension, rotation,"
                                + " neutral, got backwards; for example: flexion");
    }

    @Test
    void anIdThatAnotherFileHasIsRefused() throws IOException {
        spoil("press-up-elbows", "id: press-up-elbows", "id: press-up");

        assertThat(problems())
                .containsExactly(
                        at("press-up-elbows", "id:") + "id: expected the name of the file, press-up-elbows, got"
                                + " press-up; for example: id: press-up-elbows");
    }

    @Test
    void anEasierFormThatDoesNotExistIsRefused() throws IOException {
        spoil("press-up", "easier: press-up-elbows", "easier: press-up-fists");

        assertThat(problems())
                .containsExactly(at("press-up", "easier:") + "easier: expected the id of an exercise file, got"
                        + " press-up-fists; for example: knee-to-chest-behind-thigh");
    }

    @Test
    void aCircleOfEasierFormsIsRefused() throws IOException {
        spoil("press-up-elbows", "steps:\n", "easier: press-up\nsteps:\n");

        assertThat(problems())
                .contains(at("press-up", "easier:") + "easier: expected a way that ends, got a circle through press-up;"
                        + " for example: leave easier out");
    }

    @Test
    void anEasierFormWithTheMovementThatWasTheProblemIsRefused() throws IOException {
        spoil("press-up-elbows", "tags: [prone,", "tags: [prone, weight-on-wrists,");

        assertThat(problems())
                .contains(at("press-up", "to: press-up-elbows")
                        + "eases[0].to: expected a form without weight-on-wrists, because of"
                        + " wrist-trouble, got press-up-elbows; for example: another easier form");
    }

    @Test
    void aCautionThatTheMovementBringsWithItCannotBeForgotten() throws IOException {
        spoil("press-up-elbows", """
                  - when: worse-arching
                    why: It arches your back, and arching makes yours worse.
                    citation: J-direction
                """, "");

        assertThat(problems())
                .containsExactly(
                        at("press-up-elbows", "blocks:") + "blocks: expected a caution for worse-arching, because"
                                + " the exercise has the tag lumbar-extension (J-direction); for example: - {when: worse-arching,"
                                + " why: …, citation: J-direction}");
    }

    @Test
    void anEasierFormThatAsksSomethingNewIsRefused() throws IOException {
        spoil(
                "press-up-elbows",
                "steps:\n",
                "eases: [{when: neck-trouble, to: press-up, why: Rest your neck., citation: J-neck}]\nsteps:\n");

        assertThat(problems())
                .contains(
                        at("press-up", "easier:") + "easier: expected a form whose cautions are all among those of this"
                                + " one, got press-up-elbows with neck-trouble; for example: the same caution in this file, too");
    }

    private void copy(String id) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/content/exercise/" + id + ".yaml")) {
            Files.write(fileOf(id), Objects.requireNonNull(file).readAllBytes());
        }
    }

    private void spoil(String id, String good, String bad) throws IOException {
        String text = Files.readString(fileOf(id));
        assertThat(text).contains(good);
        Files.writeString(fileOf(id), text.replace(good, bad));
    }

    /** How a problem at the first line that holds the mark begins. */
    private String at(String id, String mark) throws IOException {
        List<String> lines = Files.readAllLines(fileOf(id));
        int line = IntStream.range(0, lines.size())
                .filter(number -> lines.get(number).contains(mark))
                .findFirst()
                .orElseThrow();
        return "exercise/" + id + ".yaml:" + (line + 1) + ": ";
    }

    private Path fileOf(String id) {
        return folder.resolve("exercise").resolve(id + ".yaml");
    }

    private List<String> problems() {
        ContentFiles files = ContentFiles.onlyFrom(folder);
        ContentRefused refused = catchThrowableOfType(ContentRefused.class, () -> new Catalogue(files));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
