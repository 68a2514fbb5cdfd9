package org.unknot.figure;

import java.util.List;

/**
 * A figure at one moment, in the plane of the picture: the centres of its circles, and what to paint in which order. Radii and
 * parts are those of its {@link Cast}.
 */
record Drawing(Cast cast, double[] x, double[] y, List<Op> ops) {

    /** One act of the painter. */
    sealed interface Op {}

    /** Parts that share one outline: first the halos of all, then all of them, so that open joints show no seam. */
    record Run(int[] parts) implements Op {}

    /** The end of a part painted over a seam: the capsule from circle {@code a} a fraction of the way to circle {@code b}. */
    record Stub(int part, int a, int b, double fraction) implements Op {}

    Hull hull(int[] circles) {
        return Hull.around(x, y, cast.radii(), circles);
    }
}
