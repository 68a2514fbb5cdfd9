package org.unknot.figure;

/**
 * Two bones that reach from a root to a target: where the joint between them comes to lie, where the end does, and how far it
 * stays away from the target.
 */
record Reached(Vec root, Vec middle, Vec end, Vec pole, double missing) {

    private static final double NEVER_QUITE_STRAIGHT = 1e-3;

    /** {@code pole} is where the middle joint points; it must be the joint's true bending side even for a straight limb. */
    static Reached from(Vec root, Vec target, double first, double second, Vec pole) {
        Vec way = target.minus(root);
        double asked = way.length();
        double distance = Math.clamp(
                asked, Math.abs(first - second) + NEVER_QUITE_STRAIGHT, first + second - NEVER_QUITE_STRAIGHT);
        Vec along = way.unit();
        Vec bend = Rot.along(along, pole).z();
        double cosine = (first * first + distance * distance - second * second) / (2 * first * distance);
        double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
        Vec middle = root.plus(along.times(first * cosine)).plus(bend.times(first * sine));
        return new Reached(root, middle, root.plus(along.times(distance)), bend, Math.abs(asked - distance));
    }

    /** The frame of the bone next to the trunk; {@code front} is where its z points. */
    Rot firstFrame(Vec front) {
        return Rot.along(root.minus(middle), front);
    }

    /** The frame of the outer bone, hinged on the first about x. */
    Rot secondFrame(Rot first) {
        Vec y = middle.minus(end).unit();
        return Rot.along(y, first.x().cross(y));
    }
}
