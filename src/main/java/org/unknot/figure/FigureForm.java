package org.unknot.figure;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unknot.content.Range;
import org.unknot.content.Section;

/** Reads one file of content/figure. What only the solved body shows is looked at afterwards, by {@link FigureCheck}. */
final class FigureForm {

    private static final Range PLACE = new Range("units", -120, 120, "");
    private static final Range SIZE = new Range("units", 0.5, 160, "");
    private static final Range DEGREES = new Range("degrees", -180, 180, "");
    private static final Range AZIMUTH = new Range("azimuth", -180, 180, "degrees");
    private static final Range ELEVATION = new Range("elevation", -10, 90, "degrees");
    private static final Range RADIUS = new Range("radius", 0.3, 20, "units");
    private static final Range PATCH = new Range("units", 2, 40, "");

    private enum Sides {
        BOTH,
        NONE
    }

    private FigureForm() {}

    static Figure read(Section file) {
        String title = file.text("title", "Knee to chest");
        boolean sided = file.oneOf("sides", Sides.class) == Sides.BOTH;
        Camera camera = file.section(
                "camera",
                "{azimuth: -14, elevation: 20, view: lying}",
                from -> new Camera(
                        from.number("azimuth", AZIMUTH),
                        from.number("elevation", ELEVATION),
                        from.oneOf("view", Camera.View.class)));
        List<Prop> props = file.optionalSections("props", "{id: mat, kind: mat}", FigureForm::prop);
        List<Keyframe> keyframes = Keyframes.read(file);
        String still = file.id("still", "hold");
        List<Arrow> arrows = file.optionalSections(
                "arrows", "{keyframe: hold, from: {segment: right-shank}, to: {segment: chest}}", FigureForm::arrow);
        List<Feel> feel = file.optionalSections(
                "feel", "{keyframe: hold, at: {segment: pelvis}, width: 12, height: 9}", FigureForm::feel);
        Map<Part, Tone> tones = new EnumMap<>(Part.class);
        file.optionalSet("near", Part.class).forEach(part -> tones.put(part, Tone.NEAR));
        file.optionalSet("far", Part.class).forEach(part -> tones.put(part, Tone.FAR));
        List<Figure.Over> order = file.optionalSections(
                "order",
                "{front: right-thigh, behind: left-shank}",
                over -> new Figure.Over(over.oneOf("front", Part.class), over.oneOf("behind", Part.class)));
        if (file.sound()) {
            references(file, props, keyframes, still, arrows, feel);
        }
        return new Figure(
                new FigureId(file.documentId()),
                title,
                sided,
                camera,
                props,
                keyframes,
                still,
                arrows,
                feel,
                tones,
                order);
    }

    private static Prop prop(Section prop) {
        Prop.Kind kind = prop.oneOf("kind", Prop.Kind.class);
        // What lies under everybody has one place; what is put somewhere must say where.
        List<Range> place = List.of(PLACE, PLACE, PLACE);
        List<Range> size = List.of(SIZE, SIZE, SIZE);
        Vec at;
        Vec extent;
        double radius;
        switch (kind) {
            case MAT -> {
                at = LimbForm.vector(prop.optionalNumbers("at", place).orElse(List.of(0.0, -1.2, 0.0)));
                extent = LimbForm.vector(prop.optionalNumbers("size", size).orElse(List.of(112.0, 2.4, 36.0)));
                radius = prop.optionalNumber("radius", RADIUS).orElse(1.2);
            }
            case BED -> {
                at = LimbForm.vector(prop.optionalNumbers("at", place).orElse(List.of(0.0, -3.0, 0.0)));
                extent = LimbForm.vector(prop.optionalNumbers("size", size).orElse(List.of(108.0, 6.0, 48.0)));
                radius = prop.optionalNumber("radius", RADIUS).orElse(1.5);
            }
            default -> {
                at = LimbForm.vector(prop.numbers("at", place));
                extent = LimbForm.vector(prop.numbers("size", size));
                radius = prop.number("radius", RADIUS);
            }
        }
        return new Prop(
                prop.id("id", "head-pillow"),
                kind,
                at,
                extent,
                radius,
                prop.optionalNumber("yaw", DEGREES).orElse(0.0),
                prop.optionalNumber("tilt", DEGREES).orElse(0.0));
    }

    private static Arrow arrow(Section arrow) {
        return new Arrow(
                arrow.id("keyframe", "hold"),
                arrow.section("from", "{segment: right-shank, along: 0}", FigureForm::spot),
                arrow.section("to", "{segment: chest, along: 0.5}", FigureForm::spot),
                arrow.optionalNumber("bow", new Range("bow", -1, 1, "")).orElse(0.0));
    }

    private static Feel feel(Section feel) {
        return new Feel(
                feel.id("keyframe", "hold"),
                feel.section("at", "{segment: pelvis, along: 0}", FigureForm::spot),
                feel.number("width", PATCH),
                feel.number("height", PATCH),
                feel.optionalNumber("turn", DEGREES).orElse(0.0));
    }

    private static Spot spot(Section spot) {
        return new Spot(
                spot.oneOf("segment", Segment.class),
                spot.optionalNumber("along", new Range("part of the way", -0.5, 1.5, ""))
                        .orElse(0.0),
                LimbForm.vector(spot.optionalNumbers("offset", List.of(PLACE, PLACE, PLACE))
                        .orElse(List.of(0.0, 0.0, 0.0))));
    }

    /** Whatever is named must be there. */
    private static void references(
            Section file,
            List<Prop> props,
            List<Keyframe> keyframes,
            String still,
            List<Arrow> arrows,
            List<Feel> feel) {
        Set<String> moments = new HashSet<>();
        keyframes.forEach(keyframe -> moments.add(keyframe.id()));
        known(file, "still", still, moments);
        for (int i = 0; i < arrows.size(); i++) {
            known(file, "arrows[" + i + "].keyframe", arrows.get(i).keyframe(), moments);
        }
        for (int i = 0; i < feel.size(); i++) {
            known(file, "feel[" + i + "].keyframe", feel.get(i).keyframe(), moments);
        }
        Set<String> things = new HashSet<>();
        for (int i = 0; i < props.size(); i++) {
            if (!things.add(props.get(i).id())) {
                file.refuse(
                        "props[" + i + "].id",
                        "each prop once, got " + props.get(i).id() + " twice",
                        "head-pillow");
            }
        }
        for (int i = 0; i < keyframes.size(); i++) {
            for (String prop : keyframes.get(i).places().keySet()) {
                known(file, "keyframes[" + i + "].places", prop, things);
            }
        }
    }

    private static void known(Section file, String field, String name, Set<String> names) {
        if (!names.contains(name)) {
            List<String> sorted = names.stream().sorted().toList();
            file.refuse(
                    field,
                    "one of " + String.join(", ", sorted) + ", got " + name,
                    sorted.isEmpty() ? "leave it out" : sorted.getFirst());
        }
    }
}
