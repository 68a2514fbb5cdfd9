package org.unknot.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/**
 * A danger page as filled in so far, to be shown again with what was wrong.
 *
 * @param age as typed
 */
public record DangerForm(Map<QuestionId, Answer> ticked, String age, List<Error> errors) {

    public static final DangerForm EMPTY = new DangerForm(Map.of(), "", List.of());

    public DangerForm {
        ticked = Map.copyOf(ticked);
        errors = List.copyOf(errors);
    }

    public Optional<Answer> to(QuestionId line) {
        return Optional.ofNullable(ticked.get(line));
    }

    /**
     * Something to mend.
     *
     * @param inputId the id of the input it is about
     * @param message in the person's words
     */
    public record Error(String inputId, String message) {}
}
