package org.unknot.triage;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.unknot.account.PersonalRows;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;

/** What people answered, on its way out or to their account. */
@Component
class TriageRows implements PersonalRows {

    private static final Pattern QUESTION = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Questionnaire questionnaire;
    private final TriageRuns runs;
    private final Judgement judgement;

    TriageRows(Questionnaire questionnaire, TriageRuns runs, Judgement judgement) {
        this.questionnaire = questionnaire;
        this.runs = runs;
        this.judgement = judgement;
    }

    @Override
    public Set<String> tables() {
        return Set.of("triage.run");
    }

    @Override
    public List<Kept> export(PersonId person) {
        return List.of(new Kept("triage.run", runs.export(person)));
    }

    /** The last answers count as always. What only the earlier ones tell is added to them, or a half-told phone would end a plan. */
    @Override
    public void adopt(PersonId from, PersonId to, Instant at) {
        runs.oneAtATime(to);
        Optional<Told> theirs = runs.last(from);
        Optional<Told> own = runs.last(to);
        runs.give(from, to);
        if (theirs.isPresent() && own.isPresent()) {
            boolean theirsIsNewer = theirs.get().at().isAfter(own.get().at());
            Told newer = theirsIsNewer ? theirs.get() : own.get();
            Told older = theirsIsNewer ? own.get() : theirs.get();
            judgement.keep(newer.filledFrom(
                    judgement.recheckIsDue(older) ? older.toBeRechecked() : older,
                    new TriageId(UuidCreator.getTimeOrderedEpoch()),
                    to,
                    at));
        }
    }

    @Override
    public Optional<String> named(String key) {
        return QUESTION.matcher(key).matches() && key.length() <= 60
                ? questionnaire
                        .find(new QuestionId(key))
                        .map(question -> question.line().orElse(question.text()))
                : Optional.empty();
    }

    @Override
    public void erase(PersonId person) {
        runs.erase(person);
    }
}
