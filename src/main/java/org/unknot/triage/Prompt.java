package org.unknot.triage;

import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * A question's place in the order of asking; its words are content.
 *
 * @param page the danger page it stands on, if on one
 * @param checks for a self-check, the danger question whose "not sure" opens it
 * @param when whom it is asked; for everybody else silence counts as no
 */
record Prompt(QuestionId id, Stage stage, Optional<String> page, Optional<QuestionId> checks, Condition when) {

    static final String CALL_NOW = "call-now";
    static final String DOCTOR_FIRST = "doctor-first";

    boolean selfCheck() {
        return checks.isPresent();
    }

    /** A danger question and no self-check: it must be answered before anything is offered. */
    boolean dangerLine() {
        return stage == Stage.DANGER && !selfCheck();
    }

    /** The question that a "not sure" to this danger question opens. */
    static QuestionId selfCheckOf(QuestionId danger) {
        return new QuestionId(danger.value() + "-check");
    }
}
