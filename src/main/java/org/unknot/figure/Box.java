package org.unknot.figure;

/** A prop as spheres: eight at the corners of its rounded box, four where it is no thicker than they are. */
final class Box {

    private Box() {}

    static int corners(Prop prop) {
        return flat(prop) ? 4 : 8;
    }

    /** The corner spheres; in a thick box the upper four come first. */
    static Vec corner(Prop prop, int corner) {
        double up = flat(prop) ? 0 : corner < 4 ? 1 : -1;
        return at(prop, (corner & 1) == 0 ? -1 : 1, up, (corner & 2) == 0 ? -1 : 1);
    }

    /** A point of the box whose coordinates go from −1 to 1 between the centres of the corner spheres. */
    static Vec at(Prop prop, double x, double y, double z) {
        Vec inner = new Vec(
                x * half(prop.size().x(), prop.radius()),
                y * half(prop.size().y(), prop.radius()),
                z * half(prop.size().z(), prop.radius()));
        return prop.centre().plus(frame(prop).apply(inner));
    }

    static double half(double size, double radius) {
        return Math.max(0, size / 2 - radius);
    }

    private static Rot frame(Prop prop) {
        return Rot.aboutY(prop.yaw()).times(Rot.aboutZ(prop.tilt()));
    }

    private static boolean flat(Prop prop) {
        return half(prop.size().y(), prop.radius()) == 0;
    }
}
