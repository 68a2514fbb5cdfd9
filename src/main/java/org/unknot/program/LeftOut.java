package org.unknot.program;

import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * Something that is not in today's program, and why.
 *
 * @param item what it would have been, such as {@code stretch:press-up}
 * @param rule id of the rule that kept it out, see docs/clinical/program-rules.csv
 * @param why one plain sentence
 * @param answerFirst the question whose "no" would bring it back, if one is open; {@code pain} asks for a number
 */
public record LeftOut(String item, Words title, String rule, Words why, Optional<QuestionId> answerFirst) {

    /** The rule of what the person refused. */
    static final String CHOICE = "choice";

    /** Whether the person may bring it back by themselves. */
    public boolean byChoice() {
        return rule.equals(CHOICE);
    }
}
