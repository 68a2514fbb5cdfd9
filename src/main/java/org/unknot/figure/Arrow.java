package org.unknot.figure;

/**
 * The movement asked for, shown on one keyframe as a curve with a head: from one place to another, bowed to its left (positive) or
 * right by a part of its length. Only ever one movement at a time.
 */
public record Arrow(String keyframe, Spot from, Spot to, double bow) {

    public Arrow mirrored() {
        return new Arrow(keyframe, from.mirrored(), to.mirrored(), 0 - bow);
    }
}
