package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareScriptTests {

    @Test
    void whatIsForPeopleStaysAtHomeAndEveryLineKeepsItsNumber() {
        assertThat(BareScript.bare("""
                // @ts-check
                /**
                 * Why.
                 */
                const a = 1; // not taken: it is behind code
                  /** @param {string} b */
                const c = "http://a";
                """)).isEqualTo("""




                const a = 1; // not taken: it is behind code

                const c = "http://a";
                """);
    }

    @Test
    void whatLooksLikeACommentInsideCodeIsLeftAlone() {
        String code = "const p = /^\\/api\\/x/; const q = a /* b */ + c;\nconst r = `x // y`;\n";
        assertThat(BareScript.bare(code)).isEqualTo(code);
    }

    @Test
    void codeThatFollowsATypeOnItsLineStays() {
        assertThat(BareScript.bare("/** @type {A} */ (b).focus();\nc();\n/** D. */\n"))
                .isEqualTo("(b).focus();\nc();\n\n");
    }

    /** Whatever a rule of this kind may get wrong, a script that is no script any more is the worst of it. */
    @Test
    void everyScriptIsStillOne(@TempDir Path folder) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/static/js"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                Path sent = folder.resolve(file.getFileName() + ".mjs");
                Files.writeString(sent, BareScript.bare(Files.readString(file)));
                Process check = new ProcessBuilder("node", "--check", sent.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(check.waitFor()).as(said).isZero();
            }
        }
    }

    /** A text over several lines could hold a line that looks like a comment; then this rule would have to know texts. */
    @Test
    void noScriptOfOursHasATextOverSeveralLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/static/js"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".js")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(linesWithHalfAText(file)).isEmpty());
        }
    }

    private static Stream<String> linesWithHalfAText(Path script) throws IOException {
        return Files.readString(script, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
                .filter(line -> line.chars().filter(letter -> letter == '`').count() % 2 == 1);
    }
}
