package org.unknot.figure;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * Writes how a figure moves, for the browser to play: where every circle is at dense samples of each way, in tenths of a unit and
 * as differences to the sample before, and what is painted in which order. The browser only draws between samples.
 */
final class SampleWriter {

    private static final int TENTHS = 10;
    /** A circle goes no farther than this between two samples, so that its straight way is no visible short cut. */
    private static final double STEP = 6;

    private static final int MOST_STEPS = 14;

    private final Cast cast;
    private final StringBuilder out = new StringBuilder(16384);
    private String lastOps = "";

    private SampleWriter(Cast cast) {
        this.cast = cast;
    }

    static String write(Figure figure, Build build, @Nullable Side side, Function<Keyframe, String> title) {
        SampleWriter writer = new SampleWriter(Cast.of(figure, build));
        writer.figure(figure, build, side, title);
        return writer.out.toString();
    }

    private void figure(Figure figure, Build build, @Nullable Side side, Function<Keyframe, String> title) {
        out.append("{\"v\":1,\"id\":\"").append(figure.id().value()).append("\",\"side\":");
        if (side == null) {
            out.append("null");
        } else {
            out.append('"').append(side.word()).append('"');
        }
        Camera.View view = figure.camera().view();
        out.append(",\"build\":\"").append(build.word()).append("\",\"view\":[");
        out.append(Math.round(view.left()))
                .append(',')
                .append(Math.round(view.top()))
                .append(',');
        out.append(Math.round(view.width()))
                .append(',')
                .append(Math.round(view.height()))
                .append("],\"r\":[");
        list(cast.radii().length, i -> out.append(tenths(cast.radii()[i] * TENTHS) / 100.0));
        out.append("],\"parts\":[");
        list(cast.members().size(), i -> part(cast.members().get(i)));
        out.append("],\"frames\":[");
        List<Keyframe> frames = figure.keyframes();
        list(frames.size(), i -> {
            out.append("{\"id\":\"").append(frames.get(i).id()).append("\",\"title\":");
            quote(title.apply(frames.get(i)));
            out.append('}');
        });
        out.append("],\"moves\":[");
        int moves = Math.max(1, frames.size() - 1);
        list(moves, i -> move(figure, frames.get(i), frames.get(Math.min(i + 1, frames.size() - 1)), build));
        out.append("],\"marks\":{");
        list(frames.size(), i -> {
            Solved solved = Solver.solve(frames.get(i).pose(), build);
            marks(frames.get(i).id(), Marks.of(figure, frames.get(i), solved, 1));
        });
        out.append("}}");
    }

    private void part(Cast.Member member) {
        out.append("{\"n\":\"").append(member.name()).append("\",\"t\":\"").append(member.tone());
        out.append("\",\"h\":[");
        list(member.hulls().length, i -> {
            int[] hull = member.hulls()[i];
            out.append('[');
            list(hull.length, j -> out.append(hull[j]));
            out.append(']');
        });
        out.append("]}");
    }

    private void move(Figure figure, Keyframe from, Keyframe to, Build build) {
        Transition way = new Transition(from, to, build);
        Drawing first = draw(figure, way, 0);
        int steps = from.equals(to) ? 0 : steps(first, draw(figure, way, 0.5), draw(figure, way, 1));
        Drawing[] drawings = new Drawing[steps + 1];
        for (int i = 0; i <= steps; i++) {
            drawings[i] = i == 0 ? first : draw(figure, way, (double) i / steps);
        }
        out.append("{\"from\":\"").append(from.id()).append("\",\"to\":\"").append(to.id());
        out.append("\",\"ms\":").append(from.equals(to) ? 0 : to.moveMs());
        out.append(",\"ease\":\"").append(to.ease().word()).append("\",\"xy\":[");
        long[] before = new long[2 * first.x().length];
        list(drawings.length, i -> {
            out.append('[');
            list(before.length, j -> {
                double[] axis = j % 2 == 0 ? drawings[i].x() : drawings[i].y();
                long now = tenths(axis[j / 2]);
                out.append(now - before[j]);
                before[j] = now;
            });
            out.append(']');
        });
        out.append("],\"ops\":[");
        lastOps = "";
        list(drawings.length, i -> {
            String ops = ops(drawings[i]);
            out.append('"').append(ops.equals(lastOps) ? "" : ops).append('"');
            lastOps = ops;
        });
        out.append("]}");
    }

    private Drawing draw(Figure figure, Transition way, double part) {
        return cast.draw(way.at(part), way.props(figure.props(), part));
    }

    /** As many as the farthest way of a circle, measured by its middle, needs. */
    private static int steps(Drawing first, Drawing middle, Drawing last) {
        double farthest = 0;
        for (int i = 0; i < first.x().length; i++) {
            double way = Math.hypot(middle.x()[i] - first.x()[i], middle.y()[i] - first.y()[i])
                    + Math.hypot(last.x()[i] - middle.x()[i], last.y()[i] - middle.y()[i]);
            farthest = Math.max(farthest, way);
        }
        return Math.clamp((int) Math.ceil(farthest / STEP), 1, MOST_STEPS);
    }

    private static String ops(Drawing drawing) {
        StringBuilder code = new StringBuilder(128);
        for (Drawing.Op op : drawing.ops()) {
            if (!code.isEmpty()) {
                code.append(' ');
            }
            switch (op) {
                case Drawing.Run(int[] parts) -> {
                    for (int i = 0; i < parts.length; i++) {
                        code.append(i == 0 ? "" : ".").append(parts[i]);
                    }
                }
                case Drawing.Stub(int part, int a, int b, double fraction) ->
                    code.append('s')
                            .append(part)
                            .append(':')
                            .append(a)
                            .append(':')
                            .append(b)
                            .append(':')
                            .append(Math.round(fraction * 100));
            }
        }
        return code.toString();
    }

    private void marks(String keyframe, Marks marks) {
        out.append('"').append(keyframe).append("\":{\"arrows\":[");
        mark(marks.arrow());
        out.append("],\"feel\":[");
        list(marks.feel().size(), i -> mark(marks.feel().get(i)));
        out.append("],\"breath\":[");
        mark(marks.breath());
        out.append("]}");
    }

    private void mark(@Nullable String path) {
        if (path != null) {
            out.append('"').append(path).append('"');
        }
    }

    private static long tenths(double value) {
        return Math.round(value * TENTHS);
    }

    private interface At {
        void write(int index);
    }

    private void list(int count, At each) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                out.append(',');
            }
            each.write(i);
        }
    }

    private void quote(String words) {
        out.append('"');
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '"' || letter == '\\') {
                out.append('\\');
            }
            out.append(letter < ' ' ? ' ' : letter);
        }
        out.append('"');
    }
}
