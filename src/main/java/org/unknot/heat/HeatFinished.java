package org.unknot.heat;

import java.time.Instant;
import java.util.UUID;
import org.unknot.shared.PersonId;

/** Somebody said that a course is over. A course of which nobody says so ends by its hard stop, without this event. */
public record HeatFinished(UUID course, PersonId person, Instant at, Course.How how) {}
