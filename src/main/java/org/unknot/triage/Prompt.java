package org.unknot.triage;

import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * A question's place in the order of asking; its words are content.
 *
 * @param page the danger page it stands on, if on one
 * @param selfCheck for a danger question, the question that a "not sure" opens
 * @param checks for a self-check, the danger question it belongs to
 * @param when whom it is asked; for everybody else silence counts as no
 */
record Prompt(
        QuestionId id,
        Stage stage,
        Optional<String> page,
        Optional<QuestionId> selfCheck,
        Optional<QuestionId> checks,
        Condition when) {

    static final String CALL_NOW = "call-now";
    static final String DOCTOR_FIRST = "doctor-first";

    boolean isSelfCheck() {
        return checks.isPresent();
    }

    /** A danger question and no self-check: it must be answered before anything is offered. */
    boolean dangerLine() {
        return selfCheck.isPresent();
    }
}
