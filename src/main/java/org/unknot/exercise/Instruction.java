package org.unknot.exercise;

/**
 * One sentence of guidance.
 *
 * @param text at most twelve words where spoken; may hold {side} and {other}, which become left and right of the person
 */
public record Instruction(Role role, String text) {

    /** What a sentence is for; the player speaks prepare and move, shows form, breathe and safety. */
    public enum Role {
        PREPARE,
        MOVE,
        FORM,
        BREATHE,
        SAFETY
    }
}
