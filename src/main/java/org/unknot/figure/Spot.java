package org.unknot.figure;

/**
 * A place on the body: the given part of the way along a segment (0 at the trunk, 1 at its far end), then {@code offset} in the
 * segment's own frame. The middle of the right knee is (RIGHT_SHANK, 0, ZERO).
 */
public record Spot(Segment segment, double along, Vec offset) {

    public Spot mirrored() {
        return new Spot(segment.mirrored(), along, offset.mirroredInBody());
    }
}
