package org.unknot.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One moment that has a name. {@code moveMs} is how long the way there takes from the keyframe before. {@code places} moves props
 * by their id, such as a load that is lifted.
 */
public record Keyframe(
        String id, String title, int moveMs, Ease ease, Breath breath, Pose pose, Map<String, Vec> places) {

    public Keyframe {
        places = Map.copyOf(places);
    }

    /** How the movement gathers and loses speed. */
    public enum Ease {
        LINEAR,
        IN,
        OUT,
        IN_OUT;

        /** As in figure files and samples: {@code in-out}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The part of the way gone after a part of the time; both from 0 to 1. */
        public double at(double time) {
            return switch (this) {
                case LINEAR -> time;
                case IN -> time * time;
                case OUT -> time * (2 - time);
                case IN_OUT -> time * time * (3 - 2 * time);
            };
        }
    }

    /** What the breath does on the way there. */
    public enum Breath {
        IN,
        OUT,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The props of the figure where they are at this moment. */
    List<Prop> placed(List<Prop> props) {
        return props.stream()
                .map(prop -> {
                    Vec place = places.get(prop.id());
                    return place == null ? prop : prop.at(place);
                })
                .toList();
    }

    public Keyframe mirrored() {
        var mirrored = new HashMap<String, Vec>();
        places.forEach((prop, place) -> mirrored.put(prop, place.mirroredInWorld()));
        return new Keyframe(id, title, moveMs, ease, breath, pose.mirrored(), mirrored);
    }
}
