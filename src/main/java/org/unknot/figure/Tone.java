package org.unknot.figure;

/** The colour of a limb: far limbs are paler, so that left and right part in one glance. */
public enum Tone {
    NEAR,
    FAR
}
