package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class FirstScreensStyleTests {

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

    private static String joined() throws IOException {
        return new String(FirstScreensStyle.joined(INDEX), StandardCharsets.UTF_8);
    }
}
