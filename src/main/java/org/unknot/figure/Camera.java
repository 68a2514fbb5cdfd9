package org.unknot.figure;

import java.util.Locale;

/** From where all keyframes of a figure are seen, without perspective: degrees round the mat and up from it. */
public record Camera(double azimuth, double elevation, View view) {

    /** The piece of the picture plane that is shown: left, top, width, height. Figures of one view line up in lists. */
    public enum View {
        LYING(-62, -52, 124, 76),
        SITTING(-46, -86, 104, 104),
        TALL(-62, -104, 124, 124);

        private final double left;
        private final double top;
        private final double width;
        private final double height;

        View(double left, double top, double width, double height) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.height = height;
        }

        public double left() {
            return left;
        }

        public double top() {
            return top;
        }

        public double width() {
            return width;
        }

        public double height() {
            return height;
        }

        /** As in figure files: {@code lying}, {@code sitting}, {@code tall}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Camera mirrored() {
        return new Camera(180 - azimuth, elevation, view);
    }
}
