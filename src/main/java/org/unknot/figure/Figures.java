package org.unknot.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * Every figure by its id, drawn and described. {@code side} is the person's own and is needed exactly when the figure has sides;
 * both it and an unknown keyframe are refused with what would have been right.
 */
public final class Figures {

    private final Map<FigureId, Figure> authored = new LinkedHashMap<>();
    private final Describer describer;
    private final String version;

    /** {@code version} changes with any figure file or the drawing, so that addresses that hold it never go stale. */
    public Figures(List<Figure> figures, Describer describer, String version) {
        figures.forEach(figure -> authored.put(figure.id(), figure));
        this.describer = describer;
        this.version = version;
    }

    public boolean has(FigureId id) {
        return authored.containsKey(id);
    }

    public List<FigureId> all() {
        return List.copyOf(authored.keySet());
    }

    /** As its file says: for the right side, when it has sides. */
    public Figure figure(FigureId id) {
        return Optional.ofNullable(authored.get(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no figure " + id.value()));
    }

    public Description describe(FigureId id, String keyframe, @Nullable Side side) {
        Figure figure = sided(id, side);
        return describer.describe(figure, figure.keyframe(keyframe), side);
    }

    public String version() {
        return version;
    }

    private Figure sided(FigureId id, @Nullable Side side) {
        Figure figure = figure(id);
        if (figure.sided() != (side != null)) {
            throw new IllegalArgumentException(id.value()
                    + (figure.sided()
                            ? " has sides: expected left or right"
                            : " has no sides: expected none; got: " + side));
        }
        return side == Side.LEFT ? figure.mirrored() : figure;
    }
}
