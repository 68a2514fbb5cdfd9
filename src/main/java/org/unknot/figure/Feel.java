package org.unknot.figure;

/** Where the person should feel it, on one keyframe: a soft patch of the given width and height, turned in the picture by degrees. */
public record Feel(String keyframe, Spot spot, double width, double height, double turn) {

    public Feel mirrored() {
        return new Feel(keyframe, spot.mirrored(), width, height, 0 - turn);
    }
}
