package org.unknot.figure;

/** Where the colours of a drawing come from. */
public enum Palette {
    /** Classes only: the stylesheet of the page colours it. */
    VARIABLES,
    /** A style of its own that follows the light, dark and forced colours of who looks: for a picture with an address. */
    STANDALONE,
    /** Literal attributes for paper. */
    PRINT
}
