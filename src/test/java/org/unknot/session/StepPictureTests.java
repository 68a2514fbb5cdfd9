package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unknot.session.Step.Picture;
import org.unknot.shared.Side;
import tools.jackson.databind.json.JsonMapper;

/** A script outlives the program that wrote it; its pictures must not stop it from being read. */
class StepPictureTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aPictureIsReadAsItWasWritten() {
        Picture picture = new Picture("knee-to-chest", Side.LEFT, "start", "hold", "Lying on the back.");
        assertThat(JSON.readValue(JSON.writeValueAsString(step(picture)), Step.class)
                        .figure())
                .isEqualTo(picture);
    }

    @Test
    void aStepWithoutAPictureHasNone() {
        assertThat(JSON.readValue(JSON.writeValueAsString(step(null)), Step.class)
                        .figure())
                .isNull();
    }

    @Test
    void aScriptOfTheTimeBeforeFiguresMovedIsStillRead() {
        String kept = JSON.writeValueAsString(step(null)).replace("\"figure\":null", "\"figure\":\"knee-to-chest\"");
        assertThat(kept).contains("\"knee-to-chest\"");
        assertThat(JSON.readValue(kept, Step.class).figure()).isNull();
    }

    private static Step step(@org.jspecify.annotations.Nullable Picture picture) {
        return new Step(
                "a",
                "a",
                "A",
                null,
                Step.Role.HOLD,
                30,
                false,
                List.of(1, 1),
                List.of(),
                List.of(),
                picture,
                List.of(),
                null,
                List.of());
    }
}
