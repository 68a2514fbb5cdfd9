package org.unknot.triage;

import java.util.Locale;

/** When a question is asked, and what depends on it; in the order of asking (design.md §4a). */
public enum Stage {
    /** On the danger pages, before anything is offered. */
    DANGER,
    /** Decides the level together with others, and must be complete before a stretch. */
    CLUSTER,
    /** Shapes the plan: what makes it worse, pregnancy, bones, how one can lie. */
    SHAPE,
    /** Asked before an exercise whose own cautions need it; never decides the level. */
    EXERCISE,
    /** Refusals of heat; each must be answered with no before heat is offered. */
    HEAT;

    /** The word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
