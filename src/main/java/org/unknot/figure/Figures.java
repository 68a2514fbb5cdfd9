package org.unknot.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    private static final int KEPT = 512;

    private final Map<FigureId, Figure> authored = new LinkedHashMap<>();
    private final Describer describer;
    private final String version;

    private final Cache<List<Object>, String> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).build();

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

    /**
     * One moment as a whole {@code <svg role="img">} with name and description. Ids in it are unique for figure, keyframe and side.
     */
    public String still(FigureId id, String keyframe, @Nullable Side side, Build build, Palette palette) {
        Figure figure = sided(id, side);
        Keyframe moment = figure.keyframe(keyframe);
        String name = "figure-" + id.value() + "-" + keyframe + (side == null ? "" : "-" + side.word());
        return drawn.get(List.of(name, build, palette), _ -> {
            Cast cast = Cast.of(figure, build);
            Solved solved = Solver.solve(moment.pose(), build);
            return SvgWriter.write(
                    cast.draw(solved, moment.placed(figure.props())),
                    Marks.of(figure, moment, solved, SvgWriter.decimals(palette)),
                    describer.describe(figure, moment, side),
                    name,
                    palette);
        });
    }

    /** The moment that the figure's file chose to stand for it. */
    public String stillOf(FigureId id, @Nullable Side side, Build build, Palette palette) {
        return still(id, figure(id).still(), side, build, palette);
    }

    /** How it moves from keyframe to keyframe, as JSON for figure-stage.js; the format is in docs/reference/figures.md. */
    public String samples(FigureId id, @Nullable Side side, Build build) {
        Figure figure = sided(id, side);
        return drawn.get(
                List.of(id, build, String.valueOf(side)),
                _ -> SampleWriter.write(
                        figure,
                        build,
                        side,
                        keyframe -> describer.describe(figure, keyframe, side).title()));
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
