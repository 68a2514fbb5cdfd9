package org.unknot.figure;

import java.util.List;
import java.util.Locale;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/** Says what the legs do: both in one sentence where they do the same. */
final class LegWords {

    private static final double SOFT_KNEE = 12;

    private enum Does {
        STRAIGHT,
        BENT,
        FLAT,
        LIFTED,
        DRAWN_IN,
        CROSSED,
        KNEELS
    }

    private final Texts texts;
    private final Figure figure;
    private final Pose pose;
    private final Solved solved;
    private final Posture posture;

    LegWords(Texts texts, Figure figure, Pose pose, Solved solved, Posture posture) {
        this.texts = texts;
        this.figure = figure;
        this.pose = pose;
        this.solved = solved;
        this.posture = posture;
    }

    void addTo(List<String> sentences) {
        Does left = does(Side.LEFT, pose.leftLeg());
        Does right = does(Side.RIGHT, pose.rightLeg());
        double tipped = solved.frame(Segment.PELVIS).x().y();
        boolean kneesTip = posture == Posture.BACK && (Math.abs(tipped) > 0.15 || swayed() != 0);
        switch (posture) {
            case ALL_FOURS, ON_HEELS, RISING_FROM_LEFT, RISING_FROM_RIGHT -> {}
            case STANDING, LEANING -> standing(sentences);
            case SQUATTING -> sentences.add(texts.text("figure.legs.squat"));
            case HANDS_AND_FEET -> {
                if (right == Does.BENT || solved.leg(Side.RIGHT).knee() > SOFT_KNEE) {
                    sentences.add(texts.text("figure.legs.knees-soft"));
                }
            }
            default -> {
                if (kneesTip) {
                    double direction = Math.abs(tipped) > 0.15 ? tipped : swayed();
                    sentences.add(texts.text(direction > 0 ? "figure.legs.tipped.right" : "figure.legs.tipped.left"));
                } else if (left == right) {
                    sentences.add(texts.text("figure.legs.both." + word(left)));
                } else if (figure.sided()) {
                    // the leg that moves is said first
                    boolean rightFirst = right.compareTo(left) > 0;
                    sentences.add(leg(rightFirst ? Side.RIGHT : Side.LEFT, rightFirst ? right : left));
                    sentences.add(leg(rightFirst ? Side.LEFT : Side.RIGHT, rightFirst ? left : right));
                }
            }
        }
    }

    private String leg(Side side, Does does) {
        return texts.text("figure.leg." + side.word() + "." + word(does));
    }

    /** Both feet stand and both knees lean to one side: the person's right is positive. */
    private double swayed() {
        if (!(pose.leftLeg() instanceof LegPose.Plant) || !(pose.rightLeg() instanceof LegPose.Plant)) {
            return 0;
        }
        Vec across = solved.frame(Segment.CHEST).x();
        double sway = 0;
        for (Side side : Side.values()) {
            Segment shank = Limbs.leg(side)[1];
            sway -= across.dot(solved.start(shank).minus(solved.end(shank)));
        }
        return Math.abs(sway) > 8 ? sway : 0;
    }

    private void standing(List<String> sentences) {
        double left = solved.end(Segment.LEFT_SHANK).x();
        double right = solved.end(Segment.RIGHT_SHANK).x();
        double knees =
                Math.max(solved.leg(Side.LEFT).knee(), solved.leg(Side.RIGHT).knee());
        if (Math.abs(left - right) > 12) {
            sentences.add(texts.text("figure.legs.stride"));
        } else if (knees > SOFT_KNEE && posture == Posture.LEANING) {
            sentences.add(texts.text("figure.legs.knees-soft"));
        }
    }

    private Does does(Side side, LegPose leg) {
        LegPose.Angles angles = solved.leg(side);
        return switch (leg) {
            case LegPose.Cross _ -> Does.CROSSED;
            case LegPose.Plant _ -> angles.knee() < 25 ? Does.STRAIGHT : Does.FLAT;
            case LegPose.Angles _ when angles.hip().flexion() > 100 && angles.knee() > 60 -> Does.DRAWN_IN;
            case LegPose.Angles _ when angles.hip().flexion() > 75 -> Does.LIFTED;
            case LegPose.Angles _ when angles.knee() > 25 -> Does.BENT;
            case LegPose.Angles _ -> Does.STRAIGHT;
        };
    }

    private static String word(Does does) {
        return does.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
