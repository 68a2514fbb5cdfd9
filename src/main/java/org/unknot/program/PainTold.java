package org.unknot.program;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;

/** How much it hurt when, in every episode. For callers whose request has passed the gate. */
@Component
public class PainTold {

    private final Scores scores;

    PainTold(Scores scores) {
        this.scores = scores;
    }

    /** Where it was asked. */
    public enum Source {
        TRIAGE,
        PLAN,
        BEFORE,
        AFTER
    }

    /** One score. */
    public record Score(Instant at, PainScore pain, Source source) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Score> of(PersonId person, int most) {
        return scores.newest(person, most);
    }
}
