package org.unknot.figure;

/** A contact that the limb cannot make: which limb (its hand or foot), and by how many units it is too short, or too long. */
public record Shortfall(Part part, double by) {}
