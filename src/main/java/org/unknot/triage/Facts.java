package org.unknot.triage;

import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/**
 * A person's answers with their meaning (clinical.md §1.2): only an explicit no is clean. On the danger pages "not sure" counts
 * as yes until its self-check found no trouble; elsewhere it is doubt. Silence leaves a question open, unless it is not for
 * this person.
 */
record Facts(Answers answers) {

    int age() {
        return answers.age();
    }

    Optional<Integer> pain() {
        return answers.pain().map(PainScore::value);
    }

    Optional<Integer> days() {
        return answers.durationDays();
    }

    boolean male() {
        return answers.sex().filter(Answers.Sex.MALE::equals).isPresent();
    }

    boolean answered(QuestionId question) {
        return answers.to(question).isPresent();
    }

    Span about(QuestionId question) {
        Prompt prompt = Prompts.prompt(question);
        return prompt.selfCheck().map(check -> danger(question, check)).orElseGet(() -> plain(prompt));
    }

    private Span danger(QuestionId question, QuestionId check) {
        Optional<Answer> selfCheck = answers.to(check);
        if (selfCheck.filter(Answer.YES::equals).isPresent()) {
            return Span.YES;
        }
        return answers.to(question)
                .map(answer -> switch (answer) {
                    case YES -> Span.YES;
                    case NO -> Span.NO;
                    case UNSURE -> Span.of(selfCheck.filter(Answer.NO::equals).isEmpty());
                })
                .orElse(Span.OPEN);
    }

    private Span plain(Prompt prompt) {
        return answers.to(prompt.id())
                .map(answer -> switch (answer) {
                    case YES -> Span.YES;
                    case NO -> Span.NO;
                    case UNSURE -> Span.DOUBT;
                })
                .orElseGet(() -> isFor(prompt) ? Span.OPEN : Span.NO);
    }

    /** Whether this person is asked; also while it is not known yet. */
    boolean isFor(Prompt prompt) {
        return prompt.when().over(this).most() != Certainty.NO;
    }

    /** Whether a danger question was answered with "not sure" and its self-check not at all. */
    boolean awaitsSelfCheck(Prompt danger) {
        return answers.to(danger.id()).filter(Answer.UNSURE::equals).isPresent()
                && danger.selfCheck().filter(check -> !answered(check)).isPresent();
    }
}
