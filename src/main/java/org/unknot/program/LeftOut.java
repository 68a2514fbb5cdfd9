package org.unknot.program;

import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * Something that is not in today's program, and why.
 *
 * @param item what it would have been, such as {@code stretch:press-up}
 * @param rule id of the rule that kept it out
 * @param why one plain sentence
 * @param answerFirst the question whose "no" would bring it back, if one is open
 */
public record LeftOut(String item, String title, String rule, String why, Optional<QuestionId> answerFirst) {}
