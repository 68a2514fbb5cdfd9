package org.unknot.program;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.unknot.account.Visitor;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;

/** People who have answered on a real database. */
public final class Answered {

    private Answered() {}

    /** 35 years old, no to everything but lying, which they can on back, side and belly. */
    public static void withNoToEverything(Triage triage, Visitor guest, int pain) {
        Map<QuestionId, Answer> answers = new HashMap<>();
        triage.questionnaire().stream()
                .filter(question -> !question.id().value().endsWith("-check"))
                .forEach(question -> answers.put(question.id(), Answer.NO));
        for (String lying : new String[] {"can-lie-back", "can-lie-side", "can-lie-belly"}) {
            answers.put(new QuestionId(lying), Answer.YES);
        }
        triage.answer(
                guest,
                new Changes(
                        Optional.of(35),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PainScore(pain)),
                        answers));
    }
}
