package org.unknot.heat;

import java.time.Instant;
import java.util.UUID;
import org.unknot.shared.PersonId;

/** A course began; {@code endsAt} is its hard stop. Late where the phone had no network. */
public record HeatStarted(UUID course, PersonId person, Instant at, Instant endsAt) {}
