package org.unknot.figure;

/** A hip or a shoulder in degrees: flexion to the front, abduction away from the middle, external rotation. Same on both sides. */
public record Ball(double flexion, double abduction, double rotation) {

    public static final Ball NEUTRAL = new Ball(0, 0, 0);
}
