package org.unknot.figure;

/**
 * A point or direction. In the world: x right along the mat, y up from its surface, z towards a viewer at azimuth 0. In a body
 * frame: x to the person's left, y towards the head along the bone, z to the front. One unit is about a hundredth of a body.
 */
public record Vec(double x, double y, double z) {

    public static final Vec ZERO = new Vec(0, 0, 0);
    static final Vec UP = new Vec(0, 1, 0);

    public Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    public Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    public Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    public double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction, one unit long; up where there is none, so that nothing becomes NaN. */
    public Vec unit() {
        double length = length();
        return length < 1e-9 ? UP : times(1 / length);
    }

    /** The point the given part of the way towards another. */
    public Vec towards(Vec other, double part) {
        return new Vec(x + (other.x - x) * part, y + (other.y - y) * part, z + (other.z - z) * part);
    }

    /** A world point or direction as the other side has it. */
    public Vec mirroredInWorld() {
        return new Vec(x, y, 0 - z);
    }

    /** A direction of a body frame as the other side has it. */
    public Vec mirroredInBody() {
        return new Vec(0 - x, y, z);
    }
}
