package org.unknot.triage;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.unknot.shared.QuestionId;

/**
 * What the rules make of a set of answers.
 *
 * @param clearedFor what may be offered now; empty while the danger questions are open
 * @param nextQuestion the missing answer that matters most, empty when none would change anything
 * @param recheckAt when to ask again, at the latest
 */
public record Verdict(
        Disposition disposition, Set<Clearance> clearedFor, Optional<QuestionId> nextQuestion, Instant recheckAt) {

    public Verdict {
        clearedFor = Set.copyOf(clearedFor);
    }

    public boolean clears(Clearance clearance) {
        return clearedFor.contains(clearance);
    }
}
