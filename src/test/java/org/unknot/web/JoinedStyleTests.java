package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class JoinedStyleTests {

    private static final ClassPathResource INDEX = new ClassPathResource("static/css/index.css");
    private static final Pattern ADDRESS = Pattern.compile("url\\(\"([^\"]+)\"\\)");

    @Test
    void nothingIsLeftToImport() throws IOException {
        assertThat(joined())
                .doesNotContain("@import")
                .startsWith("@layer reset, tokens, base, components, modules, utilities, print;")
                .contains("@layer tokens{", "@layer components{", "--canvas:", ".button--call", ".care-card");
    }

    @Test
    void commentsStayAtHome() throws IOException {
        assertThat(joined()).doesNotContain("/*");
    }

    @Test
    void everyAddressLeadsToAFileFromWhereTheJoinedSheetStands() throws IOException {
        assertThat(ADDRESS.matcher(joined())
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(address -> assertThat(new ClassPathResource("static/css/" + address).exists())
                        .as(address)
                        .isTrue());
    }

    @Test
    void theStyleOfAModuleIsJoinedToo() throws IOException {
        String player = new String(
                JoinedStyle.joined(new ClassPathResource("static/css/modules/player.css")), StandardCharsets.UTF_8);
        assertThat(player)
                .doesNotContain("@import", "/*")
                .startsWith("@layer modules{")
                .contains(".player-ring", ".player-sheet");
    }

    private static String joined() throws IOException {
        return new String(JoinedStyle.joined(INDEX), StandardCharsets.UTF_8);
    }
}
