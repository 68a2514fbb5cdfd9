package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is drawn over the body on one keyframe, as path data: the movement asked for, where it is felt, and the breath. */
record Marks(
        @Nullable String arrow, List<String> feel, @Nullable String breath) {

    private static final double HEAD = 5;
    private static final double BARB = 3.1;
    private static final double NECK = 1.15;
    private static final double TAIL = 0.6;
    private static final double INNER_PATCH = 0.6;
    private static final double SIDEWAYS_FACE = 0.6;
    private static final double FAN = Math.toRadians(24);
    private static final double AIR_FROM = 2.5;
    private static final double AIR_LENGTH = 7;
    private static final double SWING = 1.3;

    static Marks of(Figure figure, Keyframe keyframe, Solved solved, int decimals) {
        Lens lens = Lens.of(figure.camera());
        return new Marks(
                arrow(figure, keyframe, solved, lens, decimals),
                feel(figure, keyframe, solved, lens, decimals),
                breath(keyframe.breath(), solved, lens, decimals));
    }

    private static @Nullable String arrow(Figure figure, Keyframe keyframe, Solved solved, Lens lens, int decimals) {
        Outline path = new Outline(decimals);
        for (Arrow arrow : figure.arrows()) {
            if (arrow.keyframe().equals(keyframe.id())) {
                Vec from = solved.at(arrow.from());
                Vec to = solved.at(arrow.to());
                bow(path, lens.x(from), lens.y(from), lens.x(to), lens.y(to), arrow.bow());
            }
        }
        return orNull(path);
    }

    /**
     * A filled curve that grows towards its head, so that it can have a halo where it crosses the body. It bows to the left of its
     * way by a part of its length.
     */
    private static void bow(Outline path, double ax, double ay, double bx, double by, double bow) {
        double controlX = (ax + bx) / 2 + 2 * bow * (by - ay);
        double controlY = (ay + by) / 2 - 2 * bow * (bx - ax);
        double length = Math.max(1e-6, Math.hypot(bx - controlX, by - controlY));
        double ux = (bx - controlX) / length;
        double uy = (by - controlY) / length;
        double neckX = bx - HEAD * ux;
        double neckY = by - HEAD * uy;
        double start = Math.max(1e-6, Math.hypot(controlX - ax, controlY - ay));
        double sx = (controlX - ax) / start * TAIL;
        double sy = (controlY - ay) / start * TAIL;
        double middleX = (sx + ux * NECK) / 2;
        double middleY = (sy + uy * NECK) / 2;
        path.move(ax + sy, ay - sx);
        path.curve(controlX + middleY, controlY - middleX, neckX + NECK * uy, neckY - NECK * ux);
        path.line(neckX + BARB * uy, neckY - BARB * ux);
        path.line(bx, by);
        path.line(neckX - BARB * uy, neckY + BARB * ux);
        path.line(neckX - NECK * uy, neckY + NECK * ux);
        path.curve(controlX - middleY, controlY + middleX, ax - sy, ay + sx);
        path.close();
    }

    /** Each patch twice, the inner one smaller: half transparent, they have a soft edge without a gradient. */
    private static List<String> feel(Figure figure, Keyframe keyframe, Solved solved, Lens lens, int decimals) {
        List<String> patches = new ArrayList<>();
        for (Feel feel : figure.feel()) {
            if (feel.keyframe().equals(keyframe.id())) {
                Vec spot = solved.at(feel.spot());
                for (double share : new double[] {1, INNER_PATCH}) {
                    Outline path = new Outline(decimals);
                    double width = share * feel.width() / 2;
                    double height = share * feel.height() / 2;
                    path.ellipse(lens.x(spot), lens.y(spot), width, height, feel.turn());
                    patches.add(path.toString());
                }
            }
        }
        return patches;
    }

    /** Waves of air before the mouth, fanned out; on the way in a head on the middle one. Two arrows were read as a movement. */
    private static @Nullable String breath(Keyframe.Breath breath, Solved solved, Lens lens, int decimals) {
        Vec mouth = solved.start(Segment.SKULL).plus(solved.frame(Segment.SKULL).apply(new Vec(0, 0.8, 8.6)));
        Vec ahead = solved.frame(Segment.SKULL).z();
        double dx = lens.x(ahead);
        double dy = lens.y(ahead);
        if (breath == Keyframe.Breath.NONE || Math.hypot(dx, dy) < SIDEWAYS_FACE) {
            return null;
        }
        double direction = Math.atan2(dy, dx);
        double x = lens.x(mouth);
        double y = lens.y(mouth);
        Outline path = new Outline(decimals);
        for (int i = -1; i <= 1; i++) {
            wave(path, x, y, direction + i * FAN);
        }
        if (breath == Keyframe.Breath.IN) {
            smallHead(path, x, y, -Math.cos(direction), -Math.sin(direction));
        }
        return orNull(path);
    }

    private static void wave(Outline path, double x, double y, double direction) {
        double ux = Math.cos(direction);
        double uy = Math.sin(direction);
        path.move(x + AIR_FROM * ux, y + AIR_FROM * uy);
        for (int half = 0; half < 2; half++) {
            double middle = AIR_FROM + AIR_LENGTH * (half + 0.5) / 2;
            double end = AIR_FROM + AIR_LENGTH * (half + 1) / 2;
            double swing = half == 0 ? SWING : -SWING;
            path.curve(x + middle * ux - swing * uy, y + middle * uy + swing * ux, x + end * ux, y + end * uy);
        }
    }

    private static void smallHead(Outline path, double x, double y, double ux, double uy) {
        path.move(x - 2 * ux - 1.5 * uy, y - 2 * uy + 1.5 * ux);
        path.line(x, y);
        path.line(x - 2 * ux + 1.5 * uy, y - 2 * uy - 1.5 * ux);
    }

    private static @Nullable String orNull(Outline path) {
        String data = path.toString();
        return data.isEmpty() ? null : data;
    }
}
