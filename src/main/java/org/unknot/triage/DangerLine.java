package org.unknot.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/**
 * One line of a danger page.
 *
 * @param selfCheck what a "not sure" asks next; its id is this id with {@code -check}
 * @param yes the level that a yes alone calls for, whatever the others; empty where a yes stops nothing
 * @param continues whether the pages go on after a yes
 * @param shows lines that a yes opens
 */
public record DangerLine(
        QuestionId id,
        String text,
        Optional<String> selfCheck,
        Optional<Level> yes,
        boolean continues,
        List<QuestionId> shows) {

    public DangerLine {
        shows = List.copyOf(shows);
    }

    /** How a line stands with what was answered. */
    public enum Standing {
        OPEN,
        AWAITS_SELF_CHECK,
        CLEAN,
        TROUBLE
    }

    /** Whether it must be answered before anything is offered. */
    public boolean decides() {
        return selfCheck.isPresent();
    }

    public QuestionId selfCheckId() {
        return new QuestionId(id.value() + "-check");
    }

    /** "Not sure" stands as trouble once its self-check was answered with anything but no. */
    public Standing standing(Map<QuestionId, Answer> given) {
        Answer answer = given.get(id);
        Answer check = given.get(selfCheckId());
        if (answer == Answer.YES || check == Answer.YES) {
            return Standing.TROUBLE;
        }
        if (answer == null) {
            return Standing.OPEN;
        }
        if (answer == Answer.NO || check == Answer.NO) {
            return Standing.CLEAN;
        }
        return check == null ? Standing.AWAITS_SELF_CHECK : Standing.TROUBLE;
    }
}
