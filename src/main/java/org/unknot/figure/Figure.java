package org.unknot.figure;

import java.util.List;
import java.util.Map;

/**
 * What one file of {@code content/figure} says: the poses of an exercise or a position, and how they are looked at. When it has
 * sides it is written for the right; {@link #mirrored()} is the left.
 *
 * @param still the keyframe to show where there is only room for one
 * @param tones limbs (named by thigh or upper arm) whose near or far tone is decided by the author
 * @param order pairs that the painter must keep, whatever their depth says
 */
public record Figure(
        FigureId id,
        String title,
        boolean sided,
        Camera camera,
        List<Prop> props,
        List<Keyframe> keyframes,
        String still,
        List<Arrow> arrows,
        List<Feel> feel,
        Map<Part, Tone> tones,
        List<Over> order) {

    /** One part painted over another, always. */
    public record Over(Part front, Part behind) {}

    public Figure {
        props = List.copyOf(props);
        keyframes = List.copyOf(keyframes);
        arrows = List.copyOf(arrows);
        feel = List.copyOf(feel);
        tones = Map.copyOf(tones);
        order = List.copyOf(order);
    }

    /** The keyframe of that id; refuses one the figure does not have, naming those it has. */
    public Keyframe keyframe(String keyframe) {
        return keyframes.stream()
                .filter(candidate -> candidate.id().equals(keyframe))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The figure " + id.value() + " has the keyframes "
                        + keyframes.stream().map(Keyframe::id).toList() + "; got: " + keyframe));
    }

    /** The other side: every angle, contact, prop and the camera mirrored, to be solved again. */
    public Figure mirrored() {
        var mirroredTones = new java.util.EnumMap<Part, Tone>(Part.class);
        tones.forEach((part, tone) -> mirroredTones.put(part.mirrored(), tone));
        return new Figure(
                id,
                title,
                sided,
                camera.mirrored(),
                props.stream().map(Prop::mirrored).toList(),
                keyframes.stream().map(Keyframe::mirrored).toList(),
                still,
                arrows.stream().map(Arrow::mirrored).toList(),
                feel.stream().map(Feel::mirrored).toList(),
                mirroredTones,
                order.stream()
                        .map(over ->
                                new Over(over.front().mirrored(), over.behind().mirrored()))
                        .toList());
    }
}
