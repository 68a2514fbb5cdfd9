package org.unknot.triage;

import java.util.List;
import java.util.Optional;
import org.unknot.shared.QuestionId;

/**
 * A yes-no question in its words, for pages and for the API. Yes is always the answer that matters more.
 *
 * @param group name of the content file it stands in, such as {@code cauda-equina}
 * @param order its place in the order of asking, from 1
 * @param page the danger page it stands on, {@code call-now} or {@code doctor-first}
 * @param line its short form on that page
 * @param selfCheck the question that a "not sure" opens; danger questions have one
 * @param askedWhen who is asked, in words; empty when everybody is
 */
public record Question(
        QuestionId id,
        String group,
        Stage stage,
        int order,
        Optional<String> page,
        Optional<String> line,
        String text,
        String why,
        Optional<QuestionId> selfCheck,
        Optional<String> askedWhen,
        List<String> citations) {

    public Question {
        citations = List.copyOf(citations);
    }
}
