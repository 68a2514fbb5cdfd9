package org.unknot.heat;

import java.util.function.Predicate;

/**
 * A rule that speaks against a course now. Its words are {@code heat.refusal.<id>} (why) and {@code heat.instead.<id>} (what to do
 * instead) of the messages.
 *
 * @param citation key into docs/clinical/sources.md
 * @param link where the alternative is, an address of ours
 */
public record Refusal(String id, String citation, String link, Predicate<Case> test) {

    /** A rule that speaks when its question is answered with yes or not sure. */
    static Refusal onYes(String question, String citation, String link) {
        var id = new org.unknot.shared.QuestionId(question);
        return new Refusal(question, citation, link, it -> it.wishes(wish -> wish.yes(id)));
    }

    boolean speaks(Case it) {
        return test.test(it);
    }
}
