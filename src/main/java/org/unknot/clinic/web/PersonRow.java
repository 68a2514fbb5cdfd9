package org.unknot.clinic.web;

import java.util.UUID;

/**
 * Somebody on a list of the staff.
 *
 * @param open whether the person lets the clinic see who they are
 * @param kind as message keys end in it, such as {@code treats}; empty where they were only found
 */
public record PersonRow(UUID id, String name, String email, String phone, boolean open, String kind, String since) {}
