package org.unknot.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

class ContentRefusedTests {

    @Test
    void aRefusedStartListsEveryProblemInsteadOfAStackTrace() {
        ContentRefused refused = new ContentRefused(List.of(
                new Problem("content/heat/heat.yaml", 9, "title", "text, got nothing", "title: Warmth"),
                new Problem("content/whom/gp.yaml", 3, "bookable", "true or false, got maybe", "true")));

        FailureAnalysis analysis = new ContentRefusedAnalyzer().analyze(refused, refused);

        assertThat(analysis.getDescription())
                .contains("Content files that cannot be used (2):")
                .contains("content/heat/heat.yaml:9: title: expected text, got nothing; for example: title: Warmth")
                .contains("content/whom/gp.yaml:3: bookable: expected true or false, got maybe; for example: true");
    }

    @Test
    void springFindsTheAnalyzer() throws IOException {
        Properties factories = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/META-INF/spring.factories"))) {
            factories.load(file);
        }

        assertThat(factories.getProperty(FailureAnalyzer.class.getName()).split(","))
                .contains(ContentRefusedAnalyzer.class.getName());
    }
}
