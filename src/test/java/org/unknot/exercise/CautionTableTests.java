package org.unknot.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unknot.content.ContentFiles;

/** The table that a clinician reads and signs says exactly what the content files say, both ways. */
class CautionTableTests {

    private static final Path TABLE = Path.of("docs/clinical/cautions.csv");

    @Test
    void theSignedTableAndTheContentFilesAgree() throws IOException {
        List<String> table = Files.readAllLines(TABLE);
        List<String> signed =
                table.stream().skip(1).map(CautionTableTests::withoutSignature).toList();

        assertThat(table.getFirst()).isEqualTo("exercise,question,effect,easier form,citation,signed by,signed on");
        assertThat(signed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ofContent());
    }

    @Test
    void aSignatureHasBothANameAndADay() throws IOException {
        assertThat(Files.readAllLines(TABLE).stream().skip(1))
                .allMatch(row -> row.endsWith(",,") || row.matches(".*,[^,]+,\\d{4}-\\d{2}-\\d{2}"));
    }

    private static String withoutSignature(String row) {
        return String.join(",", List.of(row.split(",", -1)).subList(0, 5));
    }

    private static List<String> ofContent() {
        return new Catalogue(ContentFiles.ofProgram())
                .all().stream().flatMap(CautionTableTests::rows).toList();
    }

    private static Stream<String> rows(Exercise exercise) {
        return exercise.cautions().stream()
                .map(caution -> String.join(
                        ",",
                        exercise.id().value(),
                        caution.when().value(),
                        switch (caution) {
                            case Caution.Block _ -> "block,";
                            case Caution.Ease ease -> "ease," + ease.to().value();
                        },
                        caution.citation()));
    }
}
