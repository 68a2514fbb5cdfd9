package org.unknot.figure;

import java.util.Locale;

/** How thick the mannequin is, as the person chose; lengths stay, so one pose serves all. */
public enum Build {
    SLIM(0.88),
    MIDDLE(1),
    SOFT(1.2);

    private final double girth;

    Build(double girth) {
        this.girth = girth;
    }

    /** The factor on the radii of trunk and limbs; hands, feet and head change less. */
    public double girth() {
        return girth;
    }

    /** As in addresses and settings: {@code slim}, {@code middle}, {@code soft}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
