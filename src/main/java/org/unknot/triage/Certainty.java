package org.unknot.triage;

/** How surely something holds, in rising order; doubt is what "not sure" leaves outside the danger pages. */
enum Certainty {
    NO,
    DOUBT,
    YES
}
