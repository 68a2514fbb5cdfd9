package org.unknot.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unknot.content.ContentFiles;
import org.unknot.shared.Texts;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgWriterTests {

    private static final FigureId PRESS_UP = new FigureId("press-up");
    private static final String TITLE = "Up & \"down\" <script>alert(1)</script>";
    private static final String SENTENCE = "Hands < shoulders & > ears.";

    /** Titles come from a clinic's own files, too, and the picture goes into pages as it is. */
    @ParameterizedTest
    @EnumSource(Palette.class)
    void wordsStayWordsWhateverTheyHold(Palette palette) throws Exception {
        Document svg = read(figures().still(PRESS_UP, "hold", null, Build.MIDDLE, palette));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(TITLE);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(SENTENCE);
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void theBuildsDiffer() {
        List<String> drawn = List.of(Build.values()).stream()
                .map(build -> figures().still(PRESS_UP, "hold", null, build, Palette.VARIABLES))
                .toList();
        assertThat(drawn).doesNotHaveDuplicates();
    }

    private static Figures figures() {
        Figure shipped;
        try {
            shipped = new FigureConfiguration()
                    .figures(ContentFiles.ofProgram(), new Texts())
                    .figure(PRESS_UP);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return new Figures(
                List.of(shipped), (figure, keyframe, side) -> new Description(TITLE, List.of(SENTENCE)), "test");
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
