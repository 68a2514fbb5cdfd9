package org.unknot.shared;

import java.util.UUID;

/** Names one person, guest or not, without saying who it is. */
public record PersonId(UUID value) {}
