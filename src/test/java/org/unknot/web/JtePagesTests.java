package org.unknot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unknot.figure.Description;
import org.unknot.figure.Figures;
import org.unknot.shared.Texts;

class JtePagesTests {

    private JtePages pages;

    @BeforeEach
    void precompiled() throws IOException {
        pages = new JtePages(
                new Texts(),
                new Assets(),
                new Figures(List.of(), (figure, keyframe, side) -> new Description("", List.of()), "0"),
                false);
    }

    @Test
    void aViewIsItsTemplate() {
        assertThat(pages.resolveViewName("web/home", Locale.ENGLISH)).isNotNull();
    }

    @Test
    void aViewWithoutTemplateFailsAtOnceAndNamesTheFile() {
        assertThatThrownBy(() -> pages.resolveViewName("web/hime", Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("src/main/jte/web/hime.jte");
    }

    @Test
    void redirectsAreLeftToSpring() {
        assertThat(pages.resolveViewName("redirect:/plan", Locale.ENGLISH)).isNull();
    }
}
