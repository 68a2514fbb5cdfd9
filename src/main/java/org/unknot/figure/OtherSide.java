package org.unknot.figure;

/** The name of the same piece of the body on the other side; what has no side keeps its name. */
final class OtherSide {

    private static final String LEFT = "LEFT_";
    private static final String RIGHT = "RIGHT_";

    private OtherSide() {}

    static String of(String name) {
        if (name.startsWith(LEFT)) {
            return RIGHT + name.substring(LEFT.length());
        }
        return name.startsWith(RIGHT) ? LEFT + name.substring(RIGHT.length()) : name;
    }
}
