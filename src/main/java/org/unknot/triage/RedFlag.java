package org.unknot.triage;

import java.util.Optional;
import java.util.Set;
import org.unknot.shared.QuestionId;

/**
 * One rule of the table in clinical.md §1.2. The sentence that a person reads when it speaks is content, under the same id.
 *
 * @param level how soon somebody must see a person for whom it holds
 * @param citation key into docs/clinical/sources.md
 */
record RedFlag(String id, Level level, String citation, Condition when) {

    /** The level it calls for on what is known now; doubt alone calls for no more than a routine visit. */
    Optional<Level> calls(Facts facts) {
        return calls(when.over(facts).least());
    }

    /** The highest level it could call for, were every open answer yes. */
    Optional<Level> couldCall(Facts facts) {
        return calls(when.over(facts).most());
    }

    /**
     * Whether what is still open could make it call for more than this level. Pain or days that were not told are optional: they
     * keep a rule open only together with an answer that speaks for it.
     */
    boolean couldExceed(Level level, Facts facts) {
        return when.over(facts).open()
                && !when.questions().isEmpty()
                && couldCall(facts).filter(could -> could.moreUrgentThan(level)).isPresent();
    }

    Set<QuestionId> openQuestions(Facts facts) {
        return when.openQuestions(facts);
    }

    private Optional<Level> calls(Certainty certainty) {
        return switch (certainty) {
            case NO -> Optional.empty();
            case DOUBT ->
                Optional.of(level.atLeastAsUrgentAs(Level.CLINICIAN_ROUTINE) ? Level.CLINICIAN_ROUTINE : level);
            case YES -> Optional.of(level);
        };
    }
}
