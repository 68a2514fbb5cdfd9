package org.unknot.figure;

/**
 * Path data, relative and rounded, so that a drawing stays small. All outlines run the same way round, because overlapping
 * pieces of one limb that did not would cut a hole.
 */
final class Outline {

    private static final double SHORTEST_ARC = 0.01;

    private final StringBuilder out = new StringBuilder(256);
    private final int scale;
    private long x;
    private long y;
    private boolean numberBefore;

    /** {@code decimals}: one is enough on a phone; paper wants two. */
    Outline(int decimals) {
        scale = decimals == 1 ? 10 : 100;
    }

    Outline hulls(Drawing drawing, int[][] hulls) {
        for (int[] circles : hulls) {
            hull(drawing.hull(circles), drawing.x(), drawing.y(), drawing.cast().radii());
        }
        return this;
    }

    void hull(Hull hull, double[] x, double[] y, double[] r) {
        if (hull.count == 1) {
            circle(x[hull.circles[0]], y[hull.circles[0]], r[hull.circles[0]]);
            return;
        }
        for (int i = 0; i < hull.count; i++) {
            int circle = hull.circles[i];
            double radius = r[circle];
            double startX = x[circle] + radius * Math.cos(hull.from[i]);
            double startY = y[circle] + radius * Math.sin(hull.from[i]);
            if (i == 0) {
                move(startX, startY);
            } else {
                line(startX, startY);
            }
            double sweep = hull.to[i] - hull.from[i];
            if (sweep > SHORTEST_ARC) {
                double endX = x[circle] + radius * Math.cos(hull.to[i]);
                double endY = y[circle] + radius * Math.sin(hull.to[i]);
                arc(radius, radius, 0, sweep > Math.PI, endX, endY);
            }
        }
        close();
    }

    /** The hull of two circles that are nobody's. */
    void capsule(double ax, double ay, double ar, double bx, double by, double br) {
        double[] x = {ax, bx};
        double[] y = {ay, by};
        double[] r = {ar, br};
        hull(Hull.around(x, y, r, new int[] {0, 1}), x, y, r);
    }

    void circle(double cx, double cy, double radius) {
        ellipse(cx, cy, radius, radius, 0);
    }

    void ellipse(double cx, double cy, double rx, double ry, double turn) {
        double c = Math.cos(Math.toRadians(turn));
        double s = Math.sin(Math.toRadians(turn));
        move(cx + rx * c, cy + rx * s);
        arc(rx, ry, turn, false, cx - rx * c, cy - rx * s);
        arc(rx, ry, turn, false, cx + rx * c, cy + rx * s);
        close();
    }

    void move(double toX, double toY) {
        command('M');
        x = Math.round(toX * scale);
        y = Math.round(toY * scale);
        number(x);
        number(y);
    }

    void line(double toX, double toY) {
        long nextX = Math.round(toX * scale);
        long nextY = Math.round(toY * scale);
        if (nextX == x && nextY == y) {
            return;
        }
        command('l');
        to(nextX, nextY);
    }

    void curve(double controlX, double controlY, double toX, double toY) {
        command('q');
        number(Math.round(controlX * scale) - x);
        number(Math.round(controlY * scale) - y);
        to(Math.round(toX * scale), Math.round(toY * scale));
    }

    private void arc(double rx, double ry, double turn, boolean large, double toX, double toY) {
        command('a');
        number(Math.round(rx * scale));
        number(Math.round(ry * scale));
        number(Math.round(turn) * scale);
        // Flags are one digit, so browsers need no space about them; what prints is not as sure.
        out.append(large ? " 1" : " 0").append(scale == 10 ? "1" : " 1");
        numberBefore = scale != 10;
        to(Math.round(toX * scale), Math.round(toY * scale));
    }

    private void to(long nextX, long nextY) {
        number(nextX - x);
        number(nextY - y);
        x = nextX;
        y = nextY;
    }

    void close() {
        out.append('z');
        numberBefore = false;
    }

    private void command(char letter) {
        out.append(letter);
        numberBefore = false;
    }

    /** Without a zero before the point, and with a space only where two numbers would run together. */
    private void number(long scaled) {
        if (scaled < 0) {
            out.append('-');
        } else if (numberBefore) {
            out.append(' ');
        }
        long whole = Math.abs(scaled) / scale;
        long rest = Math.abs(scaled) % scale;
        if (whole != 0 || rest == 0) {
            out.append(whole);
        }
        if (rest != 0) {
            out.append('.');
            if (scale == 100 && rest < 10) {
                out.append('0');
            }
            out.append(scale == 100 && rest % 10 == 0 ? rest / 10 : rest);
        }
        numberBefore = true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
