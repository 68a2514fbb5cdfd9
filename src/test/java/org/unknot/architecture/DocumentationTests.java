package org.unknot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages say can be followed. */
class DocumentationTests {

    private final Map<String, String> pages = pages();

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(Links.broken(pages, path -> Files.exists(Path.of(path)))).isEmpty();
    }

    @Test
    void aLinkToNowhereIsReported() {
        Map<String, String> two = Map.of(
                "docs/a.md",
                "[ok](b.md#two-words) [no](c.md) [no](b.md#three) <img src=\"no.png\"> [far](https://example.org/x)",
                "docs/b.md",
                "# One\n\n## Two words\n");
        assertThat(Links.broken(two, two::containsKey))
                .containsExactly("docs/a.md: c.md", "docs/a.md: b.md#three", "docs/a.md: no.png");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new HashMap<>(Sources.below("docs", ".md"));
        for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "SAFETY.md")) {
            pages.put(page, Sources.read(Path.of(page)));
        }
        return pages;
    }
}
