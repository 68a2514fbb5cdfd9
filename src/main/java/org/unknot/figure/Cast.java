package org.unknot.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.unknot.shared.Side;

/**
 * Who is on the picture, the same at every moment of a figure: circles with their radii, the parts they form, and near and far.
 * Tones are decided once for a figure, by the joint at the root of each limb, so that nothing changes colour on its way.
 */
final class Cast {

    /** How much deeper than the middle of the body a hip or shoulder lies before its limb counts as far. */
    private static final double FAR = 3.4;

    /** One thing to paint. {@code ground} is painted before everything else. */
    record Member(String name, String tone, int[][] hulls, boolean ground) {}

    private final Figure figure;
    private final Build build;
    private final Flesh flesh;
    private final Lens lens;
    private final double[] radii;
    private final List<Member> members = new ArrayList<>();
    private final int[] propStarts;

    static Cast of(Figure figure, Build build) {
        return new Cast(figure, build);
    }

    private Cast(Figure figure, Build build) {
        this.figure = figure;
        this.build = build;
        flesh = Flesh.of(build);
        lens = Lens.of(figure.camera());
        Map<Part, Tone> tones =
                tones(figure, Solver.solve(figure.keyframe(figure.still()).pose(), build), lens);
        for (Part part : Part.values()) {
            String tone = Painter.tone(tones, part) == Tone.FAR ? "far" : "near";
            members.add(new Member(part.word(), tone, flesh.hulls(part), false));
        }
        int circles = flesh.count();
        propStarts = new int[figure.props().size()];
        for (int i = 0; i < propStarts.length; i++) {
            propStarts[i] = circles;
            addProp(figure.props().get(i), circles);
            circles += Box.corners(figure.props().get(i));
        }
        radii = new double[circles];
        for (int i = 0; i < flesh.count(); i++) {
            radii[i] = flesh.radius(i);
        }
        for (int i = 0; i < propStarts.length; i++) {
            int end = i + 1 < propStarts.length ? propStarts[i + 1] : circles;
            java.util.Arrays.fill(
                    radii, propStarts[i], end, figure.props().get(i).radius());
        }
    }

    private void addProp(Prop prop, int start) {
        int[] all = new int[Box.corners(prop)];
        for (int i = 0; i < all.length; i++) {
            all[i] = start + i;
        }
        boolean ground = prop.kind() == Prop.Kind.MAT || prop.kind() == Prop.Kind.BED;
        members.add(new Member(prop.id(), prop.kind().word(), new int[][] {all}, ground));
        if (ground && all.length == 8) {
            int[] top = {start, start + 1, start + 2, start + 3};
            members.add(new Member(prop.id() + "-top", "mat", new int[][] {top}, true));
        }
    }

    private static Map<Part, Tone> tones(Figure figure, Solved still, Lens lens) {
        Map<Part, Tone> tones = new EnumMap<>(Part.class);
        double middle = lens.depth(still.start(Segment.PELVIS));
        double top = lens.depth(still.end(Segment.CHEST));
        for (Side side : Side.values()) {
            double hip = lens.depth(still.start(Limbs.leg(side)[0]));
            double shoulder = lens.depth(still.start(Limbs.arm(side)[0]));
            tones.put(Part.valueOf(side.name() + "_THIGH"), hip < middle - FAR ? Tone.FAR : Tone.NEAR);
            tones.put(Part.valueOf(side.name() + "_UPPER_ARM"), shoulder < top - FAR ? Tone.FAR : Tone.NEAR);
        }
        tones.putAll(figure.tones());
        return tones;
    }

    /** The body as solved, with the props where they are at that moment. */
    Drawing draw(Solved solved, List<Prop> props) {
        double[] x = new double[radii.length];
        double[] y = new double[radii.length];
        double[] depth = new double[radii.length];
        for (int i = 0; i < flesh.count(); i++) {
            project(flesh.centre(solved.skeleton(), i), i, x, y, depth);
        }
        for (int p = 0; p < props.size(); p++) {
            for (int corner = 0; corner < Box.corners(props.get(p)); corner++) {
                project(Box.corner(props.get(p), corner), propStarts[p] + corner, x, y, depth);
            }
        }
        return new Drawing(this, x, y, new Painter(this, solved, props, x, y, depth).ops());
    }

    private void project(Vec point, int circle, double[] x, double[] y, double[] depth) {
        x[circle] = lens.x(point);
        y[circle] = lens.y(point);
        depth[circle] = lens.depth(point);
    }

    Figure figure() {
        return figure;
    }

    Build build() {
        return build;
    }

    Flesh flesh() {
        return flesh;
    }

    Lens lens() {
        return lens;
    }

    double[] radii() {
        return radii;
    }

    List<Member> members() {
        return members;
    }
}
