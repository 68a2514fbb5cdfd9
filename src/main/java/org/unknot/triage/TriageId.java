package org.unknot.triage;

import java.util.UUID;

/** Names one stored set of answers of a person and the disposition that followed. */
public record TriageId(UUID value) {}
