package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;
import org.unknot.shared.Texts;

/**
 * Says what a keyframe shows, from the pose itself: how the body lies, then back, legs, arms, and what supports it. A figure
 * without sides names none, so that nobody thinks that it must be the right one.
 */
final class PoseWords implements Describer {

    private final Texts texts;

    PoseWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Description describe(Figure figure, Keyframe keyframe, @Nullable Side side) {
        String title = side == null
                ? texts.text("figure.title", figure.title(), keyframe.title())
                : texts.text(
                        "figure.title.sided",
                        figure.title(),
                        keyframe.title(),
                        texts.text("figure.side." + side.word()));
        Solved solved = Solver.solve(keyframe.pose(), Build.MIDDLE);
        boolean seated = figure.props().stream()
                .anyMatch(prop -> prop.kind() == Prop.Kind.CHAIR || prop.kind() == Prop.Kind.BED);
        Posture posture = Posture.of(solved, seated);
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.text("figure.posture." + word(figure, posture)));
        new TrunkWords(texts, solved, posture).addTo(sentences);
        new LegWords(texts, figure, keyframe.pose(), solved, posture).addTo(sentences);
        new ArmWords(texts, figure, keyframe.pose(), solved, posture).addTo(sentences);
        figure.props().stream()
                .filter(prop -> posture.lying() || !prop.id().equals("head-pillow"))
                .map(prop -> "figure.prop." + prop.id())
                .filter(texts::has)
                .map(texts::text)
                .forEach(sentences::add);
        return new Description(title, sentences);
    }

    private static String word(Figure figure, Posture posture) {
        if (!figure.sided()) {
            switch (posture) {
                case LEFT_SIDE, RIGHT_SIDE -> {
                    return "one-side";
                }
                case RISING_FROM_LEFT, RISING_FROM_RIGHT -> {
                    return "rising";
                }
                default -> {}
            }
        }
        return posture.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
