package org.unknot.figure;

/** One joint of the spine or the neck in degrees: forward bend, bend to the person's left, turn to the person's left. */
public record Bend(double flexion, double sideBend, double rotation) {

    public static final Bend NONE = new Bend(0, 0, 0);

    public Bend mirrored() {
        return new Bend(flexion, 0 - sideBend, 0 - rotation);
    }
}
