package org.unknot.figure;

import java.util.List;
import org.unknot.shared.Texts;

/** Says what the back and the head do, where it is more than nothing. */
final class TrunkWords {

    private static final double CLEAR_BEND = 30;
    private static final double CLEAR_TURN = 12;

    private final Texts texts;
    private final Solved solved;
    private final Posture posture;

    TrunkWords(Texts texts, Solved solved, Posture posture) {
        this.texts = texts;
        this.solved = solved;
        this.posture = posture;
    }

    void addTo(List<String> sentences) {
        Rot pelvis = solved.frame(Segment.PELVIS);
        Rot chest = pelvis.relative(solved.frame(Segment.CHEST));
        double bend = Math.toDegrees(Math.atan2(chest.y().z(), chest.y().y()));
        double turn = Math.toDegrees(Math.atan2(chest.z().x(), chest.z().z()));
        Rot head = solved.frame(Segment.CHEST).relative(solved.frame(Segment.SKULL));
        double nod = Math.toDegrees(Math.atan2(head.y().z(), head.y().y()));
        switch (posture) {
            case BELLY -> {
                if (bend < -CLEAR_BEND) {
                    sentences.add(texts.text("figure.trunk.chest-lifted"));
                } else if (Math.abs(solved.frame(Segment.SKULL).z().y()) < 0.7) {
                    sentences.add(texts.text("figure.head.turned"));
                }
            }
            case BACK -> {
                if (nod > CLEAR_BEND) {
                    sentences.add(texts.text("figure.head.lifted"));
                }
            }
            case ON_HEELS ->
                sentences.add(texts.text(
                        solved.end(Segment.CHEST).y()
                                                - solved.start(Segment.PELVIS).y()
                                        < 8
                                ? "figure.trunk.chest-down"
                                : "figure.trunk.forward"));
            case SITTING -> {
                if (Math.abs(turn) > CLEAR_TURN) {
                    sentences.add(texts.text(turn > 0 ? "figure.trunk.turned.left" : "figure.trunk.turned.right"));
                } else if (bend > CLEAR_BEND) {
                    sentences.add(texts.text("figure.trunk.rounded"));
                } else if (pelvis.y().y() < 0.94) {
                    sentences.add(texts.text("figure.trunk.forward"));
                } else {
                    sentences.add(texts.text("figure.trunk.upright"));
                }
            }
            case SQUATTING, LEANING, STANDING ->
                sentences.add(texts.text(bend > CLEAR_BEND ? "figure.trunk.rounded" : "figure.trunk.long"));
            case LEFT_SIDE, RIGHT_SIDE, RISING_FROM_LEFT, RISING_FROM_RIGHT, ALL_FOURS, HANDS_AND_FEET -> {}
        }
    }
}
