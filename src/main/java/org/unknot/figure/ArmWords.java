package org.unknot.figure;

import java.util.List;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/** Says what the hands touch, or where the arms lie. */
final class ArmWords {

    private final Texts texts;
    private final Figure figure;
    private final Pose pose;
    private final Solved solved;
    private final Posture posture;

    ArmWords(Texts texts, Figure figure, Pose pose, Solved solved, Posture posture) {
        this.texts = texts;
        this.figure = figure;
        this.pose = pose;
        this.solved = solved;
        this.posture = posture;
    }

    void addTo(List<String> sentences) {
        switch (pose.rightArm()) {
            case ArmPose.Reach right
            when pose.leftArm() instanceof ArmPose.Reach left -> reaching(sentences, left, right);
            case ArmPose.Reach right -> sentences.add(one(Side.RIGHT, right));
            case ArmPose _ when pose.leftArm() instanceof ArmPose.Reach left -> sentences.add(one(Side.LEFT, left));
            case ArmPose.Floor _ when pose.leftArm() instanceof ArmPose.Floor -> flat(sentences);
            case ArmPose.Forearm _
            when pose.leftArm() instanceof ArmPose.Forearm ->
                sentences.add(texts.text(
                        posture == Posture.BELLY ? "figure.arms.forearms.floor" : "figure.arms.forearms" + support()));
            case ArmPose.At _
            when pose.leftArm() instanceof ArmPose.At -> sentences.add(texts.text("figure.arms.hands" + support()));
            case ArmPose.Angles right
            when pose.leftArm() instanceof ArmPose.Angles left -> resting(sentences, left, right);
            case ArmPose _ -> {
                if (posture == Posture.RISING_FROM_LEFT || posture == Posture.RISING_FROM_RIGHT) {
                    sentences.add(texts.text("figure.arms.push"));
                }
            }
        }
    }

    private void reaching(List<String> sentences, ArmPose.Reach left, ArmPose.Reach right) {
        if (left.limb() == right.limb()) {
            sentences.add(texts.text("figure.arms.both." + place(right)));
        } else if (place(left).replace("left", "right").equals(place(right))) {
            sentences.add(texts.text("figure.arms.each-thigh"));
        } else {
            sentences.add(one(Side.RIGHT, right));
            sentences.add(one(Side.LEFT, left));
        }
    }

    private String one(Side side, ArmPose.Reach reach) {
        return texts.text("figure.arm." + side.word(), texts.text("figure.place." + place(reach)));
    }

    /** The shin, or behind the thigh: which side of a limb the hand lies on matters more than how far along. */
    private static String place(ArmPose.Reach reach) {
        String limb = reach.limb().word();
        boolean behind = reach.direction().z() < -0.3;
        return limb.endsWith("thigh") && behind ? "behind-" + limb : limb;
    }

    private void flat(List<String> sentences) {
        double ahead = solved.frame(Segment.CHEST)
                .within(solved.end(Segment.RIGHT_FOREARM).minus(solved.start(Segment.RIGHT_UPPER_ARM)))
                .y();
        String where = switch (posture) {
            case BELLY -> "ears";
            case ALL_FOURS, HANDS_AND_FEET -> "shoulders";
            case ON_HEELS -> ahead > 12 ? "forward" : "shoulders";
            case SITTING, RISING_FROM_LEFT, RISING_FROM_RIGHT -> "push";
            default -> "floor";
        };
        sentences.add(texts.text("figure.arms.flat." + where));
    }

    private String support() {
        return figure.props().stream()
                .map(Prop::kind)
                .filter(kind -> kind == Prop.Kind.WALL
                        || kind == Prop.Kind.DESK
                        || kind == Prop.Kind.LOAD
                        || kind == Prop.Kind.PILLOW)
                .findFirst()
                .filter(kind ->
                        figure.props().stream().noneMatch(prop -> prop.id().equals("back-rest"))
                                || kind == Prop.Kind.DESK)
                .map(kind -> "." + kind.word())
                .orElse(".chair");
    }

    private void resting(List<String> sentences, ArmPose.Angles left, ArmPose.Angles right) {
        double spread = Math.min(left.shoulder().abduction(), right.shoulder().abduction());
        if (spread > 70) {
            sentences.add(texts.text("figure.arms.spread"));
        } else if (posture == Posture.BACK || posture == Posture.STANDING && left.equals(right)) {
            sentences.add(texts.text("figure.arms.beside"));
        }
    }
}
