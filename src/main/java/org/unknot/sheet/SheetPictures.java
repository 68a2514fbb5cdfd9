package org.unknot.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unknot.figure.Build;
import org.unknot.figure.Figure;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.figure.Palette;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;
import org.unknot.sheet.Sheet.Picture;

/** The stills of a figure for paper: how it begins, and what is held; on each side where there are two. */
record SheetPictures(Figures figures, Build build, Texts texts) {

    List<Picture> of(String id) {
        FigureId named = new FigureId(id);
        if (!figures.has(named)) {
            return List.of();
        }
        Figure figure = figures.figure(named);
        String first = figure.keyframes().getFirst().id();
        List<Picture> pictures = new ArrayList<>();
        if (!first.equals(figure.still())) {
            pictures.add(picture(figure, first, figure.sided() ? Side.LEFT : null));
        }
        if (figure.sided()) {
            pictures.add(picture(figure, figure.still(), Side.LEFT));
            pictures.add(picture(figure, figure.still(), Side.RIGHT));
        } else {
            pictures.add(picture(figure, figure.still(), null));
        }
        return pictures;
    }

    /** Every moment, where each is a step of its own. */
    List<Picture> each(String id) {
        FigureId named = new FigureId(id);
        if (!figures.has(named)) {
            return List.of();
        }
        Figure figure = figures.figure(named);
        return figure.keyframes().stream()
                .map(keyframe -> picture(figure, keyframe.id(), figure.sided() ? Side.LEFT : null))
                .toList();
    }

    private Picture picture(Figure figure, String keyframe, @Nullable Side side) {
        String moment = figure.keyframes().size() == 1
                ? figure.title()
                : figure.keyframe(keyframe).title();
        String caption = side == null ? moment : texts.text("sheet.picture." + side.word(), moment);
        String svg = figures.still(figure.id(), keyframe, side, build, Palette.PRINT);
        String seen = figures.describe(figure.id(), keyframe, side).text();
        return new Picture(SheetMarkup.named(svg, seen), caption);
    }
}
