package org.unknot.figure;

/**
 * The outline of the hull of a few circles, as arcs joined by straight lines: on which circle, from which angle to which, in
 * radians, growing from x towards y. The first arc belongs to the circle that reaches farthest to the right. A circle inside
 * another, as when a limb is seen end-on, needs no rule of its own: it has no arc.
 */
final class Hull {

    private static final double FULL = 2 * Math.PI;
    private static final double SAME = 1e-9;
    /** A circle that peeks out by less than this would only make a hair-thin arc, or a tangent of NaN. */
    private static final double PEEK = 1e-6;

    final int[] circles;
    final double[] from;
    final double[] to;
    final int count;

    private Hull(int[] circles, double[] from, double[] to, int count) {
        this.circles = circles;
        this.from = from;
        this.to = to;
        this.count = count;
    }

    /** Wraps a band round the circles: from the arc of one, on to the circle whose outer tangent comes first. */
    static Hull around(double[] x, double[] y, double[] r, int[] members) {
        int n = members.length;
        int[] circles = new int[2 * n];
        double[] from = new double[2 * n];
        double[] to = new double[2 * n];
        int first = rightmost(x, r, members);
        int here = first;
        double angle = 0;
        int count = 0;
        while (count < 2 * n) {
            int next = here;
            double nearest = FULL - angle;
            for (int k = 0; k < n; k++) {
                int other = members[k];
                if (other != here) {
                    double turn = turn(x, y, r, here, other, angle);
                    if (turn < nearest - SAME
                            || (turn < nearest + SAME && next != here && farther(x, y, here, other, next))) {
                        nearest = turn;
                        next = other;
                    }
                }
            }
            circles[count] = here;
            from[count] = angle;
            angle += nearest;
            to[count++] = angle;
            if (next == here || angle >= FULL - SAME) {
                break;
            }
            here = next;
        }
        if (count > 1 && circles[count - 1] == here && here == first) { // round once: its two arcs are one
            from[0] = from[--count] - FULL;
        }
        return new Hull(circles, from, to, count);
    }

    /** How far the direction still turns until the outer tangent from one circle to another; all round when one holds the other. */
    private static double turn(double[] x, double[] y, double[] r, int here, int other, double angle) {
        double dx = x[other] - x[here];
        double dy = y[other] - y[here];
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance <= Math.abs(r[here] - r[other]) + PEEK) {
            return FULL;
        }
        double tangent = Math.atan2(dy, dx) - Math.acos((r[here] - r[other]) / distance);
        double turn = (tangent - angle) % FULL;
        if (turn < -SAME) {
            turn += FULL;
        }
        return turn > FULL - SAME ? 0 : Math.max(0, turn);
    }

    private static boolean farther(double[] x, double[] y, int here, int a, int b) {
        return Math.hypot(x[a] - x[here], y[a] - y[here]) > Math.hypot(x[b] - x[here], y[b] - y[here]);
    }

    /** Of two that reach as far, the larger one, which may hold the other. */
    private static int rightmost(double[] x, double[] r, int[] members) {
        int best = members[0];
        for (int member : members) {
            double ahead = x[member] + r[member] - x[best] - r[best];
            if (ahead > SAME || (ahead > -SAME && r[member] > r[best])) {
                best = member;
            }
        }
        return best;
    }
}
