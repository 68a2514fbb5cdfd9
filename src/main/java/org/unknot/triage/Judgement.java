package org.unknot.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/** What the rules make of what somebody told, as of now; kept with it when it is new. */
@Component
class Judgement {

    private final Questionnaire questionnaire;
    private final Rules rules;
    private final TriageRuns runs;
    private final Now now;

    Judgement(Questionnaire questionnaire, Rules rules, TriageRuns runs, Now now) {
        this.questionnaire = questionnaire;
        this.rules = rules;
        this.runs = runs;
        this.now = now;
    }

    /** Judges and stores it as the last that was told. */
    Optional<Triaged> keep(Told told) {
        Optional<Triaged> triaged = of(told);
        runs.append(told, triaged.map(Triaged::verdict), questionnaire.revision());
        return triaged;
    }

    boolean recheckIsDue(Told told) {
        return of(told).map(it -> it.verdict().recheckAt().isBefore(now.instant()))
                .orElse(false);
    }

    /** Empty while the age is not known. */
    Optional<Triaged> of(Told told) {
        return told.answers(now.today()).map(answers -> {
            Answers complete = answers.with(impliedBy(answers));
            return new Triaged(
                    told.id(), told.person(), told.checkedAt(), complete, rules.judge(complete, told.checkedAt()));
        });
    }

    /** A question about the plan that is not for this person is answered with no by what they told: no week of no pregnancy. */
    private static Map<QuestionId, Answer> impliedBy(Answers answers) {
        Facts facts = new Facts(answers);
        Map<QuestionId, Answer> implied = new HashMap<>();
        Prompts.of(Stage.SHAPE)
                .filter(prompt -> !facts.answered(prompt.id()) && !facts.isFor(prompt))
                .forEach(prompt -> implied.put(prompt.id(), Answer.NO));
        return implied;
    }
}
