package org.unknot.triage;

import java.time.Instant;
import org.unknot.shared.PersonId;

/**
 * A person's answers as last stored, and the verdict on them.
 *
 * @param at when the danger questions were last answered; answering others does not make the verdict younger
 */
public record Triaged(TriageId id, PersonId person, Instant at, Answers answers, Verdict verdict) {}
