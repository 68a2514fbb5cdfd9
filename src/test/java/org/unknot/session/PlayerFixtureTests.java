package org.unknot.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unknot.program.SessionReport.ItemOutcome;
import org.unknot.program.StepOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The browser and the server read the same sessions and must add them up alike; see player-fixtures/README.md. */
class PlayerFixtureTests {

    private static final Path FIXTURES = Path.of("src/test/resources/player-fixtures");
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        JsonNode fixture = JSON.readTree(Files.readString(file));
        Map<String, HeldSeconds> held =
                HeldSeconds.of(script(fixture), run(fixture).events());
        assertThat(JSON.valueToTree(held).toString())
                .isEqualTo(fixture.path("expected").path("heldSeconds").toString());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void outcomesAreThoseOfTheBrowser(Path file) throws IOException {
        JsonNode fixture = JSON.readTree(Files.readString(file));
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (ItemOutcome item : Outcomes.of(script(fixture), run(fixture))) {
            outcomes.put(item.exercise().value(), word(item.outcome()));
        }
        Map<String, String> expected = new LinkedHashMap<>();
        fixture.path("expected").path("outcomes").properties().forEach(outcome -> {
            String word = outcome.getValue().path("outcome").stringValue("");
            expected.put(
                    outcome.getKey(),
                    word.equals("eased")
                            ? "eased to " + outcome.getValue().path("to").stringValue("")
                            : word);
        });
        assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static String word(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done done -> "done";
            case StepOutcome.EasedOff eased -> "eased to " + eased.to().value();
            case StepOutcome.StoppedForPain stopped -> "stopped";
            case StepOutcome.Skipped skipped -> "skipped";
        };
    }

    private static Script script(JsonNode fixture) {
        return JSON.treeToValue(fixture.path("script"), Script.class);
    }

    private static SessionRecord run(JsonNode fixture) {
        ObjectNode body = JSON.createObjectNode();
        body.put("script", fixture.path("script").path("id").stringValue(""));
        body.put("revision", fixture.path("script").path("revision").stringValue(""));
        body.put("startedAt", "2026-11-22T08:00:00Z");
        body.set("events", fixture.path("events"));
        body.set("before", fixture.path("before"));
        return RecordReader.read(UUID.randomUUID(), body);
    }

    @Test
    void aSlipOfTheHandIsNoStop() throws IOException {
        JsonNode fixture = JSON.readTree(Files.readString(FIXTURES.resolve("slip-of-the-hand.json")));
        List<ItemOutcome> outcomes = Outcomes.of(script(fixture), run(fixture));
        assertThat(outcomes).extracting(ItemOutcome::outcome).noneMatch(StepOutcome.StoppedForPain.class::isInstance);
    }
}
