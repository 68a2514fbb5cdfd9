package org.unknot.program;

import java.util.List;

/**
 * What tomorrow will hold if today goes as expected: everything done in comfort and the pain as it is now.
 *
 * @param expected computed by the same rules as today's
 * @param wouldChange what would make it another program, each worked out by the rules and not promised by hand
 */
public record Tomorrow(Program expected, List<WouldChange> wouldChange) {

    public Tomorrow {
        wouldChange = List.copyOf(wouldChange);
    }

    /** If this happens, then that. */
    public record WouldChange(String rule, Words ifThis, Words then) {}
}
