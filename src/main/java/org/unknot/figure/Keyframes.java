package org.unknot.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unknot.content.Range;
import org.unknot.content.Section;

/** Reads the keyframes of a figure and completes each with what it is like. */
final class Keyframes {

    private static final Range PLACE = new Range("units", -120, 120, "");

    /** A keyframe as its section says it, with its place in the list. */
    private record Said(
            String id,
            String title,
            int moveMs,
            Keyframe.Ease ease,
            Keyframe.Breath breath,
            Optional<String> like,
            Draft draft,
            Map<String, Vec> places) {}

    private final Section file;
    private final Map<String, Said> said = new LinkedHashMap<>();

    private Keyframes(Section file) {
        this.file = file;
    }

    static List<Keyframe> read(Section file) {
        List<Said> all =
                file.sections("keyframes", "{id: start, title: Start, body: supine, legs: …}", Keyframes::said);
        return file.sound() ? new Keyframes(file).complete(all) : List.of();
    }

    private static Said said(Section keyframe) {
        Map<String, Vec> places = new HashMap<>();
        keyframe.optionalSections(
                "places",
                "{prop: load, at: [29, 30, 0]}",
                place -> places.put(
                                place.id("prop", "load"),
                                LimbForm.vector(place.numbers("at", List.of(PLACE, PLACE, PLACE))))
                        == null);
        return new Said(
                keyframe.id("id", "hold"),
                keyframe.text("title", "Hold"),
                keyframe.optionalWholeNumber("move-ms", 0, 10_000, "2400").orElse(0),
                keyframe.optionalOneOf("ease", Keyframe.Ease.class).orElse(Keyframe.Ease.IN_OUT),
                keyframe.optionalOneOf("breath", Keyframe.Breath.class).orElse(Keyframe.Breath.NONE),
                keyframe.optionalId("like", "start"),
                PoseForm.read(keyframe),
                places);
    }

    private List<Keyframe> complete(List<Said> all) {
        List<String> fields = new ArrayList<>();
        for (Said one : all) {
            String field = "keyframes[" + fields.size() + "]";
            fields.add(field);
            if (said.put(one.id(), one) != null) {
                file.refuse(field + ".id", "each keyframe once, got " + one.id() + " twice", "half-way");
            }
            if (fields.size() > 1 && one.moveMs() == 0) {
                file.refuse(field + ".move-ms", "the milliseconds of the way there, got nothing", "move-ms: 2400");
            }
        }
        List<Keyframe> complete = new ArrayList<>();
        for (Said one : all) {
            draft(fields.get(complete.size()), one)
                    .ifPresent(draft -> complete.add(new Keyframe(
                            one.id(), one.title(), one.moveMs(), one.ease(), one.breath(), draft.pose(), places(one))));
            if (!file.sound()) {
                return List.of();
            }
        }
        return complete;
    }

    /** The keyframe over what it is like, and what that is like; empty with a problem noted when that leads nowhere. */
    private Optional<Draft> draft(String field, Said one) {
        Draft draft = one.draft();
        Set<String> way = new LinkedHashSet<>(Set.of(one.id()));
        for (Optional<String> like = one.like(); like.isPresent(); ) {
            Said next = said.get(like.get());
            if (next == null) {
                file.refuse(
                        field + ".like", "one of " + String.join(", ", said.keySet()) + ", got " + like.get(), "start");
                return Optional.empty();
            }
            if (!way.add(next.id())) {
                file.refuse(
                        field + ".like", "a way that ends, got a circle " + String.join(", ", way), "leave like out");
                return Optional.empty();
            }
            draft = draft.over(next.draft());
            like = next.like();
        }
        return complete(field, draft) ? Optional.of(draft) : Optional.empty();
    }

    private boolean complete(String field, Draft draft) {
        if (draft.body().isEmpty()) {
            file.refuse(field, "a body, or a keyframe that it is like, got neither", "body: supine");
        }
        missingSide(
                field + ".legs",
                "leg",
                draft.leftLeg().isPresent(),
                draft.rightLeg().isPresent(),
                true);
        missingSide(
                field + ".arms",
                "arm",
                draft.leftArm().isPresent(),
                draft.rightArm().isPresent(),
                false);
        return draft.complete();
    }

    /** Arms that nobody names hang; one arm alone, or a leg that is not there, is a slip of the pen. */
    private void missingSide(String field, String limb, boolean left, boolean right, boolean needed) {
        if (left != right || needed && !left) {
            String got = left ? "only the left" : right ? "only the right" : "neither";
            file.refuse(
                    field,
                    "the left and the right " + limb + ", got " + got,
                    limb.equals("leg")
                            ? (left ? "right" : "left") + ": {hip: [0, 3, 0], knee: 2, ankle: 10}"
                            : (left ? "right" : "left") + ": {shoulder: [0, 10, 0], elbow: 5}");
        }
    }

    /** Props stay where the keyframe that this one is like has put them. */
    private Map<String, Vec> places(Said one) {
        Map<String, Vec> places = new HashMap<>();
        one.like().map(said::get).ifPresent(next -> places.putAll(places(next)));
        places.putAll(one.places());
        return places;
    }
}
