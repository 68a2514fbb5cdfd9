package org.unknot.figure;

import org.jspecify.annotations.Nullable;

/** What is drawn over the body on one keyframe, as path data: the movement asked for, where it is felt, and the breath. */
record Marks(
        @Nullable String arrow,
        @Nullable String feel,
        @Nullable String breath) {

    private static final double HEAD = 4.2;
    private static final double HEAD_SPREAD = Math.toRadians(32);
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

    /** A curve with a head; it bows to the left of its way by a part of its length. */
    private static void bow(Outline path, double ax, double ay, double bx, double by, double bow) {
        double controlX = (ax + bx) / 2 + 2 * bow * (by - ay);
        double controlY = (ay + by) / 2 - 2 * bow * (bx - ax);
        path.move(ax, ay);
        path.curve(controlX, controlY, bx, by);
        head(path, bx, by, Math.atan2(by - controlY, bx - controlX));
    }

    private static void head(Outline path, double x, double y, double direction) {
        path.move(x - HEAD * Math.cos(direction - HEAD_SPREAD), y - HEAD * Math.sin(direction - HEAD_SPREAD));
        path.line(x, y);
        path.line(x - HEAD * Math.cos(direction + HEAD_SPREAD), y - HEAD * Math.sin(direction + HEAD_SPREAD));
    }

    private static @Nullable String feel(Figure figure, Keyframe keyframe, Solved solved, Lens lens, int decimals) {
        Outline path = new Outline(decimals);
        for (Feel feel : figure.feel()) {
            if (feel.keyframe().equals(keyframe.id())) {
                Vec spot = solved.at(feel.spot());
                path.ellipse(lens.x(spot), lens.y(spot), feel.width() / 2, feel.height() / 2, feel.turn());
            }
        }
        return orNull(path);
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
