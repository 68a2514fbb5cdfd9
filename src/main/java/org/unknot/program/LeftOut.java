package org.unknot.program;

import java.util.List;
import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * Something that is not in today's program, and why.
 *
 * @param item what it would have been, such as {@code stretch:press-up}
 * @param rule id of the rule that kept it out, see docs/clinical/program-rules.csv
 * @param citation of the rule, a key into docs/clinical/sources.md; empty for a choice, which needs none
 * @param why one plain sentence
 * @param answerFirst the question whose "no" would bring it back, if one is open; {@code pain} asks for a number
 */
public record LeftOut(
        String item, Words title, String rule, String citation, Words why, Optional<QuestionId> answerFirst) {

    /** The rule of what the person refused. */
    static final String CHOICE = "choice";

    /** Whether the person may bring it back by themselves. */
    public boolean byChoice() {
        return rule.equals(CHOICE);
    }

    /** What the person refused. */
    static LeftOut refused(Candidate candidate) {
        return new LeftOut(
                candidate.item(), candidate.title(), CHOICE, "", Words.of("program.left-out.choice"), Optional.empty());
    }

    /** What rules object to, with the reason to tell; empty where none does. */
    static List<LeftOut> of(Candidate candidate, List<FormSearch.Objection> objections) {
        return new FormSearch.Found(List.of(), objections)
                .reason().stream()
                        .map(objection -> new LeftOut(
                                candidate.item(),
                                candidate.title(),
                                objection.rule().id(),
                                objection.rule().citation(),
                                objection.why(),
                                objection.answerFirst()))
                        .toList();
    }
}
