package org.unknot.figure;

/** A rotation, by the three axes it turns x, y and z into; of a body frame: to the person's left, along the bone, to the front. */
public record Rot(Vec x, Vec y, Vec z) {

    static final Rot NONE = new Rot(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

    static Rot aboutX(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rot(new Vec(1, 0, 0), new Vec(0, c, s), new Vec(0, -s, c));
    }

    static Rot aboutY(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rot(new Vec(c, 0, -s), new Vec(0, 1, 0), new Vec(s, 0, c));
    }

    static Rot aboutZ(double degrees) {
        double c = cos(degrees);
        double s = sin(degrees);
        return new Rot(new Vec(c, s, 0), new Vec(-s, c, 0), new Vec(0, 0, 1));
    }

    /** A frame whose y is exactly the given direction and whose z is as near as can be to the wanted front. */
    static Rot along(Vec y, Vec front) {
        Vec up = y.unit();
        Vec flat = front.minus(up.times(front.dot(up)));
        if (flat.length() < 1e-6) { // the front runs along the bone: any steady choice beats NaN
            Vec other = Math.abs(up.y()) < 0.9 ? Vec.UP : new Vec(1, 0, 0);
            flat = other.minus(up.times(other.dot(up)));
        }
        Vec z = flat.unit();
        return new Rot(up.cross(z), up, z);
    }

    /** This frame, then the other within it. */
    Rot times(Rot inner) {
        return new Rot(apply(inner.x), apply(inner.y), apply(inner.z));
    }

    Vec apply(Vec v) {
        return new Vec(
                x.x() * v.x() + y.x() * v.y() + z.x() * v.z(),
                x.y() * v.x() + y.y() * v.y() + z.y() * v.z(),
                x.z() * v.x() + y.z() * v.y() + z.z() * v.z());
    }

    /** The same direction as seen from within this frame. */
    Vec within(Vec v) {
        return new Vec(x.dot(v), y.dot(v), z.dot(v));
    }

    /** The other frame as seen from within this one. */
    Rot relative(Rot other) {
        return new Rot(within(other.x), within(other.y), within(other.z));
    }

    /** The rotation a part of the way to another, by the shorter way round. */
    Rot towards(Rot other, double part) {
        Rot way = relative(other);
        Vec skew = new Vec(way.y.z() - way.z.y(), way.z.x() - way.x.z(), way.x.y() - way.y.x());
        double sine = skew.length() / 2;
        double cosine = (way.x.x() + way.y.y() + way.z.z() - 1) / 2;
        double angle = Math.atan2(sine, cosine);
        if (angle < 1e-9) {
            return this;
        }
        Vec axis = sine > 1e-6 ? skew.unit() : halfTurnAxis(way);
        return times(about(axis, part * angle));
    }

    /** Half a turn has no skew part; its axis is the longest column of (R + 1). */
    private static Vec halfTurnAxis(Rot way) {
        Vec a = way.x.plus(new Vec(1, 0, 0));
        Vec b = way.y.plus(new Vec(0, 1, 0));
        Vec c = way.z.plus(new Vec(0, 0, 1));
        Vec longest = a.length() >= b.length() ? a : b;
        return (longest.length() >= c.length() ? longest : c).unit();
    }

    private static Rot about(Vec axis, double radians) {
        return new Rot(
                turned(new Vec(1, 0, 0), axis, radians),
                turned(new Vec(0, 1, 0), axis, radians),
                turned(new Vec(0, 0, 1), axis, radians));
    }

    private static Vec turned(Vec v, Vec axis, double radians) {
        double c = Math.cos(radians);
        return v.times(c).plus(axis.cross(v).times(Math.sin(radians))).plus(axis.times(axis.dot(v) * (1 - c)));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
