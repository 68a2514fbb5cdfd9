package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A picture changes only when somebody has looked at it again: {@code bin/figures}, then {@code bin/figures --approve}. */
class GoldenTests {

    @Test
    void everyStillIsTheOneThatWasApproved() throws IOException {
        Map<String, String> approved = Goldens.approved();
        Map<String, String> drawn = Goldens.drawn(Goldens.shipped());

        assertThat(drawn.keySet())
                .as("stills; look at them with bin/figures, then bin/figures --approve")
                .containsExactlyElementsOf(approved.keySet());
        assertThat(drawn.entrySet().stream()
                        .filter(still -> !still.getValue().equals(approved.get(still.getKey())))
                        .map(Map.Entry::getKey))
                .as(
                        "stills that differ from what was approved; look at them with bin/figures, then bin/figures --approve")
                .isEmpty();
    }
}
