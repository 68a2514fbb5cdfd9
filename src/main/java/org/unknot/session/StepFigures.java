package org.unknot.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unknot.figure.Figure;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.session.Step.Picture;
import org.unknot.shared.Side;

/** Which figure a step shows, and which part of its way: the start while getting ready, then on to the hold. */
@Component
class StepFigures {

    private static final String REST = "hook-lying";

    private final Figures figures;

    StepFigures(Figures figures) {
        this.figures = figures;
    }

    /** The first keyframe, standing: where to be when the hold begins. */
    @Nullable
    Picture ready(String id, @Nullable Side side) {
        return picture(id, side, true);
    }

    /** From the first keyframe to the one that is held. */
    @Nullable
    Picture held(String id, @Nullable Side side) {
        return picture(id, side, false);
    }

    @Nullable
    Picture rest() {
        return held(REST, null);
    }

    /** Without a picture the words still say it all. */
    private @Nullable Picture picture(String id, @Nullable Side side, boolean standing) {
        FigureId named = new FigureId(id);
        return figures.has(named) ? picture(figures.figure(named), side, standing) : null;
    }

    private Picture picture(Figure figure, @Nullable Side side, boolean standing) {
        Side shown = figure.sided() ? Optional.ofNullable(side).orElse(Side.RIGHT) : null;
        String from = figure.keyframes().getFirst().id();
        String to = standing ? from : figure.still();
        String words = figures.describe(figure.id(), to, shown).text();
        return new Picture(figure.id().value(), shown, from, to, words);
    }
}
