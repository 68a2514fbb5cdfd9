package org.unknot.figure;

/** Looks at the world without perspective: right and down in the picture, and depth, which grows towards the viewer. */
record Lens(Vec right, Vec up, Vec toViewer) {

    static Lens of(Camera camera) {
        double azimuth = Math.toRadians(camera.azimuth());
        double elevation = Math.toRadians(camera.elevation());
        Vec right = new Vec(Math.cos(azimuth), 0, -Math.sin(azimuth));
        Vec toViewer = new Vec(
                Math.sin(azimuth) * Math.cos(elevation), Math.sin(elevation), Math.cos(azimuth) * Math.cos(elevation));
        return new Lens(right, toViewer.cross(right), toViewer);
    }

    double x(Vec point) {
        return point.dot(right);
    }

    /** Grows downwards, as pictures do. */
    double y(Vec point) {
        return -point.dot(up);
    }

    double depth(Vec point) {
        return point.dot(toViewer);
    }
}
