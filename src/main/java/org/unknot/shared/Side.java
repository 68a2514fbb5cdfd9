package org.unknot.shared;

/** The person's own left or right, never the viewer's. */
public enum Side {
    LEFT,
    RIGHT;

    public Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
