package org.unknot.figure;

import java.util.Arrays;
import java.util.List;

/** Samples of every part along its axes, and by them who is in front of whom where two overlap in the picture. */
final class Overlaps {

    private static final double STEP = 3.6;
    private static final int GRID = 5;

    private final int[] starts;
    private final double[] boxes;
    private final double[] depths;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private double[] r = new double[256];
    private double[] depth = new double[256];
    private int size;

    Overlaps(Cast cast, List<Prop> props, double[] cx, double[] cy, double[] cd) {
        int count = cast.members().size();
        starts = new int[count + 1];
        boxes = new double[4 * count];
        depths = new double[count];
        int member = 0;
        for (Part part : Part.values()) {
            for (int[] axis : cast.flesh().axes(part)) {
                line(cast.radii(), cx, cy, cd, axis[0], axis[1]);
            }
            close(member++);
        }
        for (Prop prop : props) {
            if (cast.members().get(member).ground()) {
                close(member++);
                if (Box.corners(prop) == 8) {
                    close(member++);
                }
            } else {
                grid(cast.lens(), prop);
                close(member++);
            }
        }
    }

    /** Positive when {@code a} hides more of {@code b} than the other way round, by overlap times difference in depth. */
    double inFront(int a, int b) {
        if (boxes[4 * a] > boxes[4 * b + 1]
                || boxes[4 * b] > boxes[4 * a + 1]
                || boxes[4 * a + 2] > boxes[4 * b + 3]
                || boxes[4 * b + 2] > boxes[4 * a + 3]) {
            return 0;
        }
        double sum = 0;
        for (int i = starts[a]; i < starts[a + 1]; i++) {
            for (int j = starts[b]; j < starts[b + 1]; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double reach = r[i] + r[j];
                double square = dx * dx + dy * dy;
                if (square < reach * reach) {
                    sum += (reach - Math.sqrt(square)) * (depth[i] - depth[j]);
                }
            }
        }
        return sum;
    }

    /** The mean depth of a part. */
    double depth(int member) {
        return depths[member];
    }

    private void line(double[] radii, double[] cx, double[] cy, double[] cd, int a, int b) {
        double length = Math.hypot(Math.hypot(cx[b] - cx[a], cy[b] - cy[a]), cd[b] - cd[a]);
        int steps = Math.max(1, (int) Math.ceil(length / STEP));
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            add(
                    cx[a] + (cx[b] - cx[a]) * part,
                    cy[a] + (cy[b] - cy[a]) * part,
                    cd[a] + (cd[b] - cd[a]) * part,
                    radii[a] + (radii[b] - radii[a]) * part);
        }
    }

    private void grid(Lens lens, Prop prop) {
        double radius = Math.max(prop.radius(), widest(prop) / (GRID - 1));
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < GRID; k++) {
                    Vec point = Box.at(prop, 2.0 * i / (GRID - 1) - 1, j - 1, 2.0 * k / (GRID - 1) - 1);
                    add(lens.x(point), lens.y(point), lens.depth(point), radius);
                }
            }
        }
    }

    /** Grid samples must touch, but a sample wider than the box would claim room beside it. */
    private static double widest(Prop prop) {
        double shortest =
                Math.min(prop.size().x(), Math.min(prop.size().y(), prop.size().z()));
        return Math.min(2 * shortest, Math.max(prop.size().x(), prop.size().z()) / 2);
    }

    private void add(double px, double py, double pd, double pr) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            r = Arrays.copyOf(r, 2 * size);
            depth = Arrays.copyOf(depth, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        depth[size] = pd;
        r[size++] = pr;
    }

    private void close(int member) {
        int from = starts[member];
        starts[member + 1] = size;
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = from; i < size; i++) {
            left = Math.min(left, x[i] - r[i]);
            right = Math.max(right, x[i] + r[i]);
            top = Math.min(top, y[i] - r[i]);
            bottom = Math.max(bottom, y[i] + r[i]);
            sum += depth[i];
        }
        boxes[4 * member] = left;
        boxes[4 * member + 1] = right;
        boxes[4 * member + 2] = top;
        boxes[4 * member + 3] = bottom;
        depths[member] = size == from ? 0 : sum / (size - from);
    }
}
