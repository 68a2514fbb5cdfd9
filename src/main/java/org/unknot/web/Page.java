package org.unknot.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unknot.figure.Build;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/**
 * What every template may ask of the shell: words, pictures, and addresses of static files.
 *
 * @param path of the request, for links that lead back
 * @param lookingAfter how the person is called whose record the page is about, where a carer acts for them
 * @param demo whether everybody here is invented
 */
public record Page(
        Texts texts, Assets assets, Drawings drawings, String path, Optional<String> lookingAfter, boolean demo) {

    public String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public boolean has(String key) {
        return texts.has(key);
    }

    /** Address of a static file that may be cached for ever, for example {@code css/core.css}. */
    public String asset(String file) {
        return assets.address(file);
    }

    /** Whether there is a figure of that name, for example {@code ease-leaning}. */
    public boolean pictured(String figure) {
        return drawings.has(figure);
    }

    /** A still as markup, in this person's build; the figure's own choice of moment, and the right side, where none is named. */
    public String figure(String figure, @Nullable String keyframe, @Nullable Side side) {
        return drawings.still(figure, keyframe, side);
    }

    /** The still that a figure chose for itself, told to nobody: for a picture beside the words that say the same. */
    public String decoration(String figure) {
        return drawings.decoration(figure);
    }

    /** The same in any build, for whoever chooses one. */
    public String decorationOf(Build build, String figure) {
        return new Drawings(drawings.figures(), build).decoration(figure);
    }

    /** What a figure shows, as a caption. */
    public String figureTitle(String figure) {
        return drawings.title(figure);
    }

    /** Where samples of figures are, for example {@code /f/1a2b3c/}. */
    public String figures() {
        return drawings.address();
    }

    /** The build that this person chose. */
    public Build build() {
        return drawings.build();
    }

    public String language() {
        return Texts.LOCALE.toLanguageTag();
    }
}
