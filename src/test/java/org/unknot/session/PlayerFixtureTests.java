package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The browser and the server read the same sessions and must add them up alike; see player-fixtures/README.md. */
class PlayerFixtureTests {

    private static final Path FIXTURES = Path.of("src/test/resources/player-fixtures");

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreFixturesToAgreeOn() throws IOException {
        assertThat(fixtures()).hasSizeGreaterThan(9);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void secondsHeldAddUpAsInTheBrowser(Path file) throws IOException {
        PlayedSession session = PlayedSession.read(Files.readString(file));
        assertThat(session.held()).isEqualTo(session.expectedHeld());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void outcomesAreThoseOfTheBrowser(Path file) throws IOException {
        PlayedSession session = PlayedSession.read(Files.readString(file));
        assertThat(session.outcomes()).containsExactlyInAnyOrderEntriesOf(session.expectedOutcomes());
    }

    @Test
    void aSlipOfTheHandIsNoStop() throws IOException {
        PlayedSession session = PlayedSession.read(Files.readString(FIXTURES.resolve("slip-of-the-hand.json")));
        assertThat(session.outcomes()).doesNotContainValue("stopped");
    }
}
