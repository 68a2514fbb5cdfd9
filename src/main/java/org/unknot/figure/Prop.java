package org.unknot.figure;

import java.util.Locale;

/**
 * A rounded box in the world: what the body lies on, leans on or holds. A chair is several of them. {@code yaw} turns it about the
 * vertical and {@code tilt} about its own long side, in degrees. {@code id} tells several of one kind apart.
 */
public record Prop(String id, Kind kind, Vec centre, Vec size, double radius, double yaw, double tilt) {

    /** What it is made of: decides its colour, and that a mat or a bed is painted before everything else. */
    public enum Kind {
        MAT,
        BED,
        PILLOW,
        TOWEL,
        CHAIR,
        WALL,
        HEAT_PACK,
        DESK,
        LOAD;

        /** As in figure files and class names: {@code heat-pack}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Prop at(Vec place) {
        return new Prop(id, kind, place, size, radius, yaw, tilt);
    }

    public Prop mirrored() {
        return new Prop(id, kind, centre.mirroredInWorld(), size, radius, 0 - yaw, tilt);
    }
}
