package org.unknot.triage;

import java.util.List;
import java.util.Set;

/**
 * Something that takes away from what a level permits without changing the level.
 *
 * @param leaves what may still be offered while it holds
 * @param citation key into docs/clinical/sources.md
 */
record Limit(String id, Set<Clearance> leaves, String citation, Condition when) {

    static final List<Limit> ALL = List.of(
            new Limit("severe-ease-only", Set.of(Clearance.EASE), "J-gates", new Condition.PainFrom(RedFlags.SEVERE)),
            new Limit("child-ease-only", Set.of(Clearance.EASE), "heat", new Condition.AgeUnder(RedFlags.CHILD)));

    boolean holds(Facts facts) {
        return when.over(facts).least() == Certainty.YES;
    }
}
