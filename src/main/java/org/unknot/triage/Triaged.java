package org.unknot.triage;

import java.time.Instant;
import org.unknot.shared.PersonId;

/** A person's answers as last stored, and the verdict on them. */
public record Triaged(TriageId id, PersonId person, Instant at, Answers answers, Verdict verdict) {}
