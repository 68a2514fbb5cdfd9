package org.unknot.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.unknot.figure.Build;
import org.unknot.figure.Figure;
import org.unknot.figure.FigureId;
import org.unknot.figure.Figures;
import org.unknot.figure.Palette;
import org.unknot.shared.Side;

/** The figures as the pages of one request show them: in the build that this person chose. */
public record Drawings(Figures figures, Build build) {

    private static final Pattern NAME = Pattern.compile(" role=\"img\"([^>]*) aria-labelledby=\"[^\"]*\"");
    private static final Pattern WORDS = Pattern.compile("<title.*?</desc>");

    boolean has(String id) {
        return figures.has(new FigureId(id));
    }

    /** Markup of one keyframe, the figure's own choice where none is named; empty where there is no such figure. */
    String still(String id, @Nullable String keyframe, @Nullable Side side) {
        FigureId named = new FigureId(id);
        if (!figures.has(named)) {
            return "";
        }
        Figure figure = figures.figure(named);
        Side shown = figure.sided() ? Optional.ofNullable(side).orElse(Side.RIGHT) : null;
        String moment = Optional.ofNullable(keyframe).orElse(figure.still());
        return figures.still(named, moment, shown, build, Palette.VARIABLES);
    }

    /** Without name, description and their ids, so that the same picture may stand on a page twice. */
    String decoration(String id) {
        String still = still(id, null, null);
        return WORDS.matcher(NAME.matcher(still).replaceFirst(" aria-hidden=\"true\"$1"))
                .replaceFirst("");
    }

    String title(String id) {
        return figures.figure(new FigureId(id)).title();
    }

    /** Where the pictures of this version have their addresses. */
    String address() {
        return "/f/" + figures.version() + "/";
    }
}
