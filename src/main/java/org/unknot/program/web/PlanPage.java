package org.unknot.program.web;

import java.util.List;
import java.util.Optional;
import org.unknot.program.Program;
import org.unknot.program.Words;

/**
 * What the plan page shows.
 *
 * @param phase as in message keys, such as {@code settle}
 * @param level as in addresses, such as {@code self-care}
 * @param closedOn the day on which the person said they are better
 * @param errors what was wrong with the last post
 */
public record PlanPage(
        Program program,
        String phase,
        String level,
        List<Card> cards,
        List<Missing> missing,
        Optional<String> closedOn,
        List<Problem> errors) {

    public PlanPage {
        cards = List.copyOf(cards);
        missing = List.copyOf(missing);
        errors = List.copyOf(errors);
    }

    /** Something left out; {@code question} is the open one's address and words. */
    public record Missing(String item, Words title, Words why, boolean byChoice, Optional<Open> question) {}

    /** An open question. */
    public record Open(String address, Words text) {}

    /** An error beside the input with this id. */
    public record Problem(String input, Words text) {}

    /** Whether a run can be started: there is something to be led through. */
    public boolean startable() {
        return !program.stretches().isEmpty() || program.item("ease").isPresent();
    }

    /** The question that stands before the next stretch, when one does. */
    public Optional<Open> beforeNextStretch() {
        return missing.stream()
                .filter(left -> left.item().startsWith("stretch:"))
                .flatMap(left -> left.question().stream())
                .filter(open -> open.address().startsWith("/questions/"))
                .findFirst();
    }

    /** Whether there is a stretch in today's plan yet. */
    public boolean stretches() {
        return !program.stretches().isEmpty();
    }

    public boolean emergency() {
        return level.equals("emergency-now");
    }

    /** Whether seeing somebody comes before everything else on the page. */
    public boolean urgent() {
        return level.equals("same-day") || level.equals("within-days");
    }

    /** The last score, or -1 while unknown. */
    public int pain() {
        return program.stopAt().map(limit -> limit.before().value()).orElse(-1);
    }

    /** Whether the pain is asked for: not in an emergency, and not from somebody who is better. */
    public boolean asksPain() {
        return !emergency() && program.episode().isPresent() && closedOn.isEmpty();
    }

    public boolean wrong(String input) {
        return errors.stream().anyMatch(error -> error.input().equals(input));
    }
}
