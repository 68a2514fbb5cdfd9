package org.unknot.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.unknot.shared.Side;

/**
 * What covers the bones: spheres in the frames of segments. A sphere is a circle from every side, so each piece of the body is
 * the hull of a few circles however it is seen. Neighbouring parts share the sphere of their joint.
 */
final class Flesh {

    /**
     * A joint between two parts: each one's sphere there, and the sphere of its other end, for closing seams. {@code around} are
     * pairs of spheres of the inner part between which the outer one's halo cuts it, too, such as the seat behind the hip.
     */
    record Seam(
            Part inner,
            Part outer,
            int innerEnd,
            int innerFrom,
            int outerEnd,
            int outerFrom,
            Segment joint,
            List<int[]> around) {}

    private static final Map<Build, Flesh> ALL = new EnumMap<>(Build.class);

    static {
        for (Build build : Build.values()) {
            ALL.put(build, new Flesh(build));
        }
    }

    private final double girth;
    private final double extremities;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Vec> places = new ArrayList<>();
    private final List<Double> radii = new ArrayList<>();
    private final List<Part> owners = new ArrayList<>();
    private final Map<Part, int[][]> hulls = new EnumMap<>(Part.class);
    private final Map<Part, int[][]> axes = new EnumMap<>(Part.class);
    private final List<Seam> seams = new ArrayList<>();

    static Flesh of(Build build) {
        return java.util.Objects.requireNonNull(ALL.get(build));
    }

    private Flesh(Build build) {
        girth = build.girth();
        extremities = 1 + (girth - 1) * 0.4;
        int[] torso = torso();
        head(torso);
        for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
            leg(side, torso);
            arm(side, torso);
        }
    }

    /** Returns the spheres that others join: the left one of hip, waist, high chest, shoulder, seat, ribs. */
    private int[] torso() {
        int hip = pair(Part.TORSO, Segment.PELVIS, 5, 0, 0, 5.6 * girth);
        int seat = pair(Part.TORSO, Segment.PELVIS, 3.9, -1.4, -2.2, 4.6 * girth);
        int waist = pair(Part.TORSO, Segment.LUMBAR, 3.2, 3.6, 0.2, 4.7 * girth);
        int ribs = pair(Part.TORSO, Segment.MID_BACK, 4.1, 4.2, 0.3, 5.2 * girth);
        int chest = pair(Part.TORSO, Segment.CHEST, 5.1, 4.4, 0.4, 4.6 * girth);
        int shoulder = pair(Part.TORSO, Segment.CHEST, 8.6, 6, 0, 3.6 * girth);
        hulls.put(Part.TORSO, new int[][] {
            {hip, hip + 1, seat, seat + 1, waist, waist + 1},
            {waist, waist + 1, ribs, ribs + 1},
            {ribs, ribs + 1, chest, chest + 1, shoulder, shoulder + 1}
        });
        axes.put(Part.TORSO, new int[][] {
            {hip, hip + 1},
            {seat, seat + 1},
            {waist, waist + 1},
            {ribs, ribs + 1},
            {chest, chest + 1},
            {shoulder, shoulder + 1},
            {hip, waist},
            {hip + 1, waist + 1},
            {waist, ribs},
            {waist + 1, ribs + 1},
            {ribs, chest},
            {ribs + 1, chest + 1},
            {hip, waist + 1},
            {waist, ribs + 1},
            {ribs, chest + 1}
        });
        return new int[] {hip, waist, chest, shoulder, seat, ribs};
    }

    private void head(int[] torso) {
        int neck = add(Part.HEAD, Segment.CHEST, new Vec(0, 6.6, -0.2), 3.1 * girth);
        int base = add(Part.HEAD, Segment.SKULL, new Vec(0, -0.4, 0), 3 * extremities);
        int cranium = add(Part.HEAD, Segment.SKULL, new Vec(0, 5.4, 0.5), 5.9);
        int jaw = add(Part.HEAD, Segment.SKULL, new Vec(0, 1.8, 3), 3.7);
        hulls.put(Part.HEAD, new int[][] {{neck, base}, {base, cranium, jaw}});
        axes.put(Part.HEAD, new int[][] {{neck, base}, {base, cranium}, {base, jaw}, {cranium, jaw}});
        seams.add(new Seam(Part.TORSO, Part.HEAD, torso[2], torso[2] + 1, neck, base, Segment.NECK, List.of()));
    }

    private void leg(Side side, int[] torso) {
        Segment[] bones = Limbs.leg(side);
        Part thigh = Part.valueOf(side.name() + "_THIGH");
        Part shank = Part.valueOf(side.name() + "_SHANK");
        Part foot = Part.valueOf(side.name() + "_FOOT");
        int left = side == Side.LEFT ? 0 : 1;
        int hip = torso[0] + left;
        int knee = add(thigh, bones[1], Vec.ZERO, 4.1 * girth);
        int calf = add(shank, bones[1], new Vec(0, -7.5, -0.8), 3.9 * girth);
        int ankle = add(shank, bones[2], Vec.ZERO, 2.5 * extremities);
        int heel = add(foot, bones[2], new Vec(0, -1.2, -1.7), 2.2 * extremities);
        int ball = pair(foot, bones[2], 1.1, -1.7, 6.2, 1.7 * extremities);
        int toe = add(foot, bones[2], new Vec(0, -2.1, 8.5), 1.3 * extremities);
        hulls.put(thigh, new int[][] {{hip, knee}});
        hulls.put(shank, new int[][] {{knee, calf, ankle}});
        hulls.put(foot, new int[][] {{ankle, heel, ball, ball + 1, toe}});
        axes.put(thigh, new int[][] {{hip, knee}});
        axes.put(shank, new int[][] {{knee, calf}, {calf, ankle}});
        axes.put(foot, new int[][] {{ankle, heel}, {ankle, ball}, {ankle, ball + 1}, {heel, toe}});
        seams.add(new Seam(
                Part.TORSO,
                thigh,
                hip,
                torso[1] + left,
                hip,
                knee,
                bones[0],
                List.of(new int[] {hip, torso[4] + left}, new int[] {torso[4] + left, torso[1] + left})));
        seams.add(new Seam(thigh, shank, knee, hip, knee, calf, bones[1], List.of()));
        seams.add(new Seam(shank, foot, ankle, calf, ankle, ball, bones[2], List.of()));
    }

    private void arm(Side side, int[] torso) {
        Segment[] bones = Limbs.arm(side);
        Part upper = Part.valueOf(side.name() + "_UPPER_ARM");
        Part fore = Part.valueOf(side.name() + "_FOREARM");
        Part hand = Part.valueOf(side.name() + "_HAND");
        int left = side == Side.LEFT ? 0 : 1;
        int shoulder = torso[3] + left;
        int elbow = add(upper, bones[1], Vec.ZERO, 2.8 * girth);
        int belly = add(fore, bones[1], new Vec(0, -4.5, 0), 2.8 * girth);
        int wrist = add(fore, bones[2], Vec.ZERO, 1.8 * extremities);
        int knuckles = pair(hand, bones[3], 1.2, 0, 0, 1.4 * extremities);
        int tip = add(hand, bones[3], new Vec(0, -3.4, 0), 1.2 * extremities);
        double thumb = Limbs.sign(side);
        int root = add(hand, bones[2], new Vec(thumb * 1.2, -1.2, 0.2), 1 * extremities);
        int end = add(hand, bones[2], new Vec(thumb * 2.9, -4, 0.1), 0.9 * extremities);
        hulls.put(upper, new int[][] {{shoulder, elbow}});
        hulls.put(fore, new int[][] {{elbow, belly, wrist}});
        hulls.put(hand, new int[][] {{wrist, knuckles, knuckles + 1}, {knuckles, knuckles + 1, tip}, {root, end}});
        axes.put(upper, new int[][] {{shoulder, elbow}});
        axes.put(fore, new int[][] {{elbow, belly}, {belly, wrist}});
        axes.put(hand, new int[][] {{wrist, knuckles}, {wrist, knuckles + 1}, {knuckles, tip}, {root, end}});
        seams.add(new Seam(
                Part.TORSO,
                upper,
                shoulder,
                torso[2] + left,
                shoulder,
                elbow,
                bones[0],
                List.of(new int[] {shoulder, torso[3] + 1 - left}, new int[] {shoulder, torso[5] + left})));
        seams.add(new Seam(upper, fore, elbow, shoulder, elbow, belly, bones[1], List.of()));
        seams.add(new Seam(fore, hand, wrist, belly, wrist, knuckles, bones[2], List.of()));
    }

    private int pair(Part owner, Segment segment, double x, double y, double z, double radius) {
        int left = add(owner, segment, new Vec(x, y, z), radius);
        add(owner, segment, new Vec(-x, y, z), radius);
        return left;
    }

    private int add(Part owner, Segment segment, Vec place, double radius) {
        owners.add(owner);
        segments.add(segment);
        places.add(place);
        radii.add(radius);
        return radii.size() - 1;
    }

    int count() {
        return radii.size();
    }

    double radius(int sphere) {
        return radii.get(sphere);
    }

    Part owner(int sphere) {
        return owners.get(sphere);
    }

    Vec centre(Skeleton skeleton, int sphere) {
        return skeleton.at(segments.get(sphere), places.get(sphere));
    }

    Segment segment(int sphere) {
        return segments.get(sphere);
    }

    int[][] hulls(Part part) {
        return java.util.Objects.requireNonNull(hulls.get(part));
    }

    /** Pairs of spheres; the lines between them stand for the part where depth is compared. */
    int[][] axes(Part part) {
        return java.util.Objects.requireNonNull(axes.get(part));
    }

    List<Seam> seams() {
        return seams;
    }

    /** How low the flesh of a placed segment comes, with the spheres at its ends that belong to it. */
    double lowest(Skeleton skeleton, Segment... of) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count(); i++) {
            for (Segment segment : of) {
                if (segments.get(i) == segment) {
                    lowest = Math.min(lowest, centre(skeleton, i).y() - radius(i));
                }
            }
        }
        return lowest;
    }

    /** How low the flesh of one segment comes when its frame is that of the pelvis of an otherwise empty skeleton. */
    double lowestOf(Segment segment, Skeleton alone) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count(); i++) {
            if (segments.get(i) == segment) {
                lowest =
                        Math.min(lowest, alone.at(Segment.PELVIS, places.get(i)).y() - radius(i));
            }
        }
        return lowest;
    }

    /** The radius of a segment, the given part of the way along it; of the trunk, half its depth. */
    double thickness(Segment segment, double along) {
        return switch (segment) {
            case LEFT_THIGH, RIGHT_THIGH -> between(5.6 * girth, 4.1 * girth, along);
            case LEFT_SHANK, RIGHT_SHANK -> between(4.1 * girth, 2.5 * extremities, along);
            case LEFT_FOOT, RIGHT_FOOT -> between(2.5 * extremities, 1.5 * extremities, along);
            case LEFT_UPPER_ARM, RIGHT_UPPER_ARM -> between(3.6 * girth, 2.8 * girth, along);
            case LEFT_FOREARM, RIGHT_FOREARM -> between(2.8 * girth, 1.8 * extremities, along);
            case LEFT_HAND, RIGHT_HAND, LEFT_FINGERS, RIGHT_FINGERS -> 1.4 * extremities;
            case PELVIS -> 5.6 * girth;
            case LUMBAR -> 4.9 * girth;
            case MID_BACK -> 5.2 * girth;
            case CHEST -> 4.6 * girth;
            case NECK -> 3 * extremities;
            case SKULL -> 5.9;
        };
    }

    private static double between(double near, double far, double along) {
        return near + (far - near) * along;
    }

    double wrist() {
        return 1.8 * extremities;
    }

    /** How high the elbow is when the forearm lies flat: its belly, 30 % of the way to the wrist, touches the floor. */
    double elbow() {
        return (2.8 * girth - 0.3 * wrist()) / 0.7;
    }
}
