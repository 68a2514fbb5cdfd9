package org.unknot.figure;

import java.util.List;
import org.unknot.content.Range;

/**
 * How far the joints of a drawn person may bend, in degrees; docs/clinical/sources.md#J-ranges. These keep a slip of the pen out of
 * the drawings. They are no promise that a person can or should get there, and no clinician has reviewed them.
 */
final class JointRanges {

    // An ankle across the other thigh needs nearly 100 degrees in our order of axes (flexion, abduction, rotation), so
    // the turn of the hip
    // is wider than a table of single movements would have it.
    static final List<Range> HIP = List.of(
            degrees("hip flexion", -20, 130), degrees("hip abduction", -40, 60), degrees("hip rotation", -50, 100));
    static final Range KNEE = degrees("knee flexion", 0, 150);
    static final Range KNEE_KNEELING = degrees("knee flexion when kneeling", 0, 160);
    static final Range ANKLE = degrees("ankle, toes pointed", -30, 75);
    static final List<Range> SHOULDER = List.of(
            degrees("shoulder flexion", -40, 185),
            degrees("shoulder abduction", -60, 95),
            degrees("shoulder rotation", -100, 100));
    static final Range ELBOW = degrees("elbow flexion", 0, 150);
    static final Range FOREARM_TURN = degrees("turn of the hand", -90, 90);
    static final Range WRIST = degrees("wrist flexion", -85, 85);
    static final List<Range> LUMBAR = spine("lower back");
    static final List<Range> MID_BACK = spine("middle of the back");
    static final List<Range> UPPER_BACK = spine("upper back");
    static final List<Range> NECK = List.of(
            degrees("neck flexion", -50, 60), degrees("neck side bend", -45, 45), degrees("neck turn", -80, 80));
    static final Range NOD = degrees("nod", -20, 20);

    private JointRanges() {}

    private static List<Range> spine(String where) {
        return List.of(
                degrees(where + " flexion", -30, 50),
                degrees(where + " side bend", -30, 30),
                degrees(where + " turn", -35, 35));
    }

    private static Range degrees(String what, double min, double max) {
        return new Range(what, min, max, "degrees");
    }
}
