package org.unknot.program;

import java.util.Locale;
import org.unknot.shared.BadInput;

/** What a person may do with an item of their program; it holds until they restore it. */
public enum Choice {
    /** Another form of the same item, where there is one. */
    SWAP,
    /** Less of it. */
    SHORTEN,
    /** None of it. */
    REFUSE,
    /** As the rules would have it. */
    RESTORE;

    /** Reads the word of forms and APIs, such as {@code shorten}. */
    public static Choice of(String word) {
        for (Choice choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        throw new BadInput("choice", "one of swap, shorten, refuse, restore", "shorten");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
