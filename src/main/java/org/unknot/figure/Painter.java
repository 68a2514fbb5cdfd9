package org.unknot.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides what is painted over what. Parts are compared pair by pair where they overlap in the picture; comparing their middles
 * fails wherever a long limb crosses another. Then each part is painted when all behind it are.
 */
final class Painter {

    private static final double FORCED = 1e9;
    private static final double OPEN_KNEE = 75;
    private static final double OPEN_HIP = 40;
    private static final double LIFTED_ARM = 60;
    /** A stub is so many radii long where the joint is straight, and so many where it is folded right over. */
    private static final double LONG_STUB = 1.9;

    private static final double SHORT_STUB = 0.7;
    private static final double FOLDED = 140;
    private static final double BESIDE = 6;

    private final Cast cast;
    private final Solved solved;
    private final int count;
    private final Overlaps overlaps;
    private final double[][] inFront;

    Painter(Cast cast, Solved solved, List<Prop> props, double[] x, double[] y, double[] depth) {
        this.cast = cast;
        this.solved = solved;
        count = cast.members().size();
        overlaps = new Overlaps(cast, props, x, y, depth);
        inFront = new double[count][count];
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                if (!ground(a) && !ground(b)) {
                    inFront[a][b] = overlaps.inFront(a, b);
                    inFront[b][a] = -inFront[a][b];
                }
            }
        }
        for (Figure.Over over : cast.figure().order()) {
            inFront[over.front().ordinal()][over.behind().ordinal()] = FORCED;
            inFront[over.behind().ordinal()][over.front().ordinal()] = -FORCED;
        }
    }

    /** Legs and arms take the tone of their root; trunk and head are always near. */
    static Tone tone(Map<Part, Tone> tones, Part part) {
        return switch (part) {
            case TORSO, HEAD -> Tone.NEAR;
            case LEFT_THIGH, LEFT_SHANK, LEFT_FOOT -> tones.getOrDefault(Part.LEFT_THIGH, Tone.NEAR);
            case RIGHT_THIGH, RIGHT_SHANK, RIGHT_FOOT -> tones.getOrDefault(Part.RIGHT_THIGH, Tone.NEAR);
            case LEFT_UPPER_ARM, LEFT_FOREARM, LEFT_HAND -> tones.getOrDefault(Part.LEFT_UPPER_ARM, Tone.NEAR);
            case RIGHT_UPPER_ARM, RIGHT_FOREARM, RIGHT_HAND -> tones.getOrDefault(Part.RIGHT_UPPER_ARM, Tone.NEAR);
        };
    }

    List<Drawing.Op> ops() {
        List<Drawing.Op> ops = new ArrayList<>();
        int[] order = order(ops);
        boolean[] painted = new boolean[count];
        for (int i = 0; i < order.length; ) {
            int end = i + 1;
            while (end < order.length && joinsRun(order, i, end)) {
                end++;
            }
            int[] run = java.util.Arrays.copyOfRange(order, i, end);
            ops.add(new Drawing.Run(run));
            for (int part : run) {
                closeSeams(part, painted, ops);
            }
            for (int part : run) {
                painted[part] = true;
            }
            i = end;
        }
        return ops;
    }

    /** Ground first, one run each; then whatever hides nothing that is still to come. */
    private int[] order(List<Drawing.Op> ops) {
        boolean[] done = new boolean[count];
        int left = count;
        for (int i = 0; i < count; i++) {
            if (ground(i)) {
                ops.add(new Drawing.Run(new int[] {i}));
                done[i] = true;
                left--;
            }
        }
        int[] order = new int[left];
        int last = -1;
        for (int n = 0; n < order.length; n++) {
            last = next(done, last);
            order[n] = last;
            done[last] = true;
        }
        return order;
    }

    /** The part with nothing unpainted behind it; in a circle, the one whose rules weigh least. Joined parts, then far ones first. */
    private int next(boolean[] done, int last) {
        int best = -1;
        double bestBroken = 0;
        boolean bestJoined = false;
        for (int i = 0; i < count; i++) {
            if (done[i]) {
                continue;
            }
            double broken = 0;
            for (int j = 0; j < count; j++) {
                if (!done[j]) {
                    broken += Math.max(0, inFront[i][j]);
                }
            }
            boolean joined = last >= 0 && open(i, last);
            boolean better = best < 0
                    || broken < bestBroken
                    || broken == bestBroken
                            && (joined && !bestJoined
                                    || joined == bestJoined && overlaps.depth(i) < overlaps.depth(best));
            if (better) {
                best = i;
                bestBroken = broken;
                bestJoined = joined;
            }
        }
        return best;
    }

    private boolean joinsRun(int[] order, int start, int candidate) {
        for (int i = start; i < candidate; i++) {
            if (open(order[i], order[candidate])) {
                return true;
            }
        }
        return false;
    }

    /** Two parts of one tone that meet in a joint straight enough to show no crease. */
    private boolean open(int a, int b) {
        Flesh.Seam seam = seam(a, b);
        return seam != null && sameTone(a, b) && open(seam);
    }

    private boolean open(Flesh.Seam seam) {
        return switch (seam.joint()) {
            case LEFT_THIGH, RIGHT_THIGH -> bend(seam) < OPEN_HIP;
            case LEFT_SHANK, RIGHT_SHANK, LEFT_FOREARM, RIGHT_FOREARM -> bend(seam) < OPEN_KNEE;
            case LEFT_UPPER_ARM, RIGHT_UPPER_ARM -> bend(seam) > LIFTED_ARM;
            default -> true;
        };
    }

    /** After a part, the ends of its neighbours that were painted before it and that its halo has cut. */
    private void closeSeams(int part, boolean[] painted, List<Drawing.Op> ops) {
        for (Flesh.Seam seam : cast.flesh().seams()) {
            int inner = seam.inner().ordinal();
            int outer = seam.outer().ordinal();
            int other = inner == part ? outer : outer == part ? inner : -1;
            boolean arm = seam.joint() == Segment.LEFT_UPPER_ARM || seam.joint() == Segment.RIGHT_UPPER_ARM;
            if (other < 0 || !painted[other] || !sameTone(part, other) || arm && !open(seam)) {
                continue;
            }
            int a = other == inner ? seam.innerEnd() : seam.outerEnd();
            int b = other == inner ? seam.innerFrom() : seam.outerFrom();
            if (other == inner) {
                for (int[] beside : seam.around()) {
                    stub(other, beside[0], beside[1], BESIDE, ops);
                }
            }
            double folded = arm || seam.joint() == Segment.NECK ? 0 : Math.min(1, bend(seam) / FOLDED);
            double length = cast.radii()[a] * (LONG_STUB + (SHORT_STUB - LONG_STUB) * folded);
            stub(other, a, b, length, ops);
        }
    }

    private void stub(int part, int a, int b, double length, List<Drawing.Op> ops) {
        Vec from = cast.flesh().centre(solved.skeleton(), a);
        double whole = cast.flesh().centre(solved.skeleton(), b).minus(from).length();
        ops.add(new Drawing.Stub(part, a, b, Math.min(1, Math.round(100 * length / whole) / 100.0)));
    }

    /** Degrees between the two bones of a joint, 0 when straight. */
    private double bend(Flesh.Seam seam) {
        Vec outer = solved.frame(seam.joint()).y();
        Vec inner = solved.frame(Bones.parent(seam.joint())).y();
        return Math.toDegrees(Math.acos(Math.clamp(inner.dot(outer), -1, 1)));
    }

    private Flesh.@org.jspecify.annotations.Nullable Seam seam(int a, int b) {
        for (Flesh.Seam seam : cast.flesh().seams()) {
            int inner = seam.inner().ordinal();
            int outer = seam.outer().ordinal();
            if (inner == a && outer == b || inner == b && outer == a) {
                return seam;
            }
        }
        return null;
    }

    private boolean sameTone(int a, int b) {
        return cast.members().get(a).tone().equals(cast.members().get(b).tone());
    }

    private boolean ground(int member) {
        return cast.members().get(member).ground();
    }
}
