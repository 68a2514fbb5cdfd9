package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Sessions drawn by chance: paused, locked away, stopped, skipped, eased, lengthened and repeated in any order. The player writes
 * the record; how long each side was held is counted beside it, a tenth of a second at a time, by a model that knows nothing of
 * deadlines. What the server makes of the record must be the same. A failure names the seed: -Dunknot.seed=.
 */
class DrawnSessionTests {

    private static final int RUNS = 400;

    @Test
    void whateverHappensTheServerCountsTheSecondsOfEachSideAndTheOutcomesThatThePlayerDoes() throws Exception {
        int seed = Integer.getInteger("unknot.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        List<PlayedSession> sessions = drawn(seed);
        assertThat(sessions).hasSize(RUNS);
        long seconds = 0;
        for (PlayedSession session : sessions) {
            String where = session.told().path("about").stringValue("");
            assertThat(session.held()).as(where).isEqualTo(session.expectedHeld());
            assertThat(session.outcomes()).as(where).containsExactlyInAnyOrderEntriesOf(session.expectedOutcomes());
            seconds += session.held()
                    .valueStream()
                    .flatMap(sides -> sides.valueStream())
                    .mapToLong(side -> side.longValue())
                    .sum();
        }
        assertThat(seconds).as("something was held").isGreaterThan(RUNS * 10L);
        assertThat(sessions.stream()
                        .flatMap(session -> session.outcomes().values().stream())
                        .map(word -> word.split(" ")[0]))
                .contains("done", "eased", "skipped", "stopped");
    }

    private static List<PlayedSession> drawn(int seed) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node", "src/test/js/player-drawn.mjs", String.valueOf(seed), String.valueOf(RUNS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<PlayedSession> sessions = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(PlayedSession::read).forEach(sessions::add);
        }
        assertThat(node.waitFor()).isZero();
        return sessions;
    }
}
