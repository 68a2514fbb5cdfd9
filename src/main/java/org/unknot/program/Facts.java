package org.unknot.program;

import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Answers;

/**
 * A person's answers as rules read them: silence and doubt never count as no. Triage has already answered with no what is not
 * for this person, such as the week of no pregnancy.
 */
record Facts(Answers answers) {

    static final QuestionId PREGNANT_16 = new QuestionId("pregnant-16");
    static final QuestionId PREGNANT_28 = new QuestionId("pregnant-28");
    static final QuestionId PRONE_UNCOMFORTABLE = new QuestionId("prone-uncomfortable");
    static final QuestionId LEG_PAIN = new QuestionId("leg-pain");
    static final QuestionId BELOW_KNEE = new QuestionId("below-knee");

    boolean no(QuestionId question) {
        return answers.no(question);
    }

    boolean missing(QuestionId question) {
        return answers.to(question).isEmpty();
    }

    Optional<Answer> answer(QuestionId question) {
        return answers.to(question);
    }

    boolean yes(QuestionId question) {
        return answers.to(question).filter(Answer.YES::equals).isPresent();
    }
}
