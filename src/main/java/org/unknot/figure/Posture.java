package org.unknot.figure;

import org.unknot.shared.Side;

/** How a solved body is placed as a whole, in the words one would use for it. */
enum Posture {
    BACK,
    BELLY,
    LEFT_SIDE,
    RIGHT_SIDE,
    RISING_FROM_LEFT,
    RISING_FROM_RIGHT,
    ALL_FOURS,
    ON_HEELS,
    HANDS_AND_FEET,
    SITTING,
    SQUATTING,
    STANDING,
    LEANING;

    private static final double LEVEL = 0.5;
    private static final double ON_TOP = 0.8;
    private static final double KNEES_DOWN = 9;

    /** {@code seated}: there is something to sit on. Up and front are those of the pelvis, so that a lifted chest still lies. */
    static Posture of(Solved solved, boolean seated) {
        Rot pelvis = solved.frame(Segment.PELVIS);
        double up = pelvis.y().y();
        double front = pelvis.z().y();
        double hip = (solved.leg(Side.LEFT).hip().flexion()
                        + solved.leg(Side.RIGHT).hip().flexion())
                / 2;
        double knee = (solved.leg(Side.LEFT).knee() + solved.leg(Side.RIGHT).knee()) / 2;
        boolean shinsLevel = level(solved, Segment.LEFT_SHANK) && level(solved, Segment.RIGHT_SHANK);
        if (Math.abs(up) <= LEVEL
                && (front > LEVEL || solved.frame(Segment.CHEST).z().y() > ON_TOP)) {
            return BACK;
        }
        if (Math.abs(up) <= LEVEL && Math.abs(front) <= LEVEL) {
            return pelvis.x().y() > 0 ? RIGHT_SIDE : LEFT_SIDE;
        }
        if (knee > 60
                && shinsLevel
                && (front < 0 || knee > 120)
                && solved.start(Segment.LEFT_SHANK).y() < KNEES_DOWN) {
            return knee > 120 ? ON_HEELS : ALL_FOURS;
        }
        if (front < -LEVEL && hip > 60 && up < 0.2) {
            return solved.start(Segment.LEFT_SHANK).y() < KNEES_DOWN ? ALL_FOURS : HANDS_AND_FEET;
        }
        if (front < -LEVEL && Math.abs(up) <= LEVEL && hip < 45) {
            return BELLY;
        }
        if (Math.abs(pelvis.x().y()) > 0.35) {
            return pelvis.x().y() > 0 ? RISING_FROM_RIGHT : RISING_FROM_LEFT;
        }
        if (seated && hip > 45 && knee > 45) {
            return SITTING;
        }
        if (knee > 80) {
            return SQUATTING;
        }
        return up < 0.92 || solved.frame(Segment.CHEST).y().y() < 0.8 ? LEANING : STANDING;
    }

    boolean lying() {
        return switch (this) {
            case BACK, BELLY, LEFT_SIDE, RIGHT_SIDE -> true;
            default -> false;
        };
    }

    private static boolean level(Solved solved, Segment shank) {
        return Math.abs(solved.frame(shank).y().y()) < 0.45;
    }
}
