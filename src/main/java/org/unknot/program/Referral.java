package org.unknot.program;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.unknot.exercise.Phase;
import org.unknot.triage.Level;

/**
 * When a program names somebody to see, and whom; the first that fits speaks. The people are those of content/whom.
 *
 * @param id of the rule, see docs/clinical/program-rules.csv
 */
record Referral(String id, String citation, String who, Predicate<Case> when) {

    private static final int REVIEW_FROM_DAY = 14;

    /** In the order of urgency. */
    static final List<Referral> ALL = List.of(
            new Referral(
                    "emergency",
                    "J-levels",
                    Program.SeeSomeone.EMERGENCY,
                    person -> level(person) == Level.EMERGENCY_NOW),
            new Referral("today", "J-levels", "gp", person -> level(person) == Level.SAME_DAY),
            new Referral(
                    "young", "J-gates", "gp", person -> person.facts().answers().age() < 16),
            new Referral("within-days", "J-levels", "gp", person -> level(person) == Level.WITHIN_DAYS),
            new Referral("two-locks", "S29", "gp", person -> DirectionRules.twoLocks(person.situation())),
            new Referral(
                    "rested",
                    "J-rest",
                    "exercise-physiologist",
                    person -> person.course().anyRested()),
            new Referral("all-worse", "J-direction", "exercise-physiologist", DirectionRules::allWorse),
            new Referral(
                    "review",
                    "S12",
                    "soft-tissue-ot",
                    person -> person.situation().day() >= REVIEW_FROM_DAY
                            && person.course().phase() != Phase.KEEP
                            && !closed(person)),
            new Referral("routine", "J-levels", "soft-tissue-ot", person -> level(person) == Level.CLINICIAN_ROUTINE));

    /** Where nothing may be done and no other rule names anybody. */
    static final Referral NOTHING_TO_DO = new Referral("nothing", "J-levels", "gp", person -> true);

    static Optional<Program.SeeSomeone> of(Case person, boolean nothingToDo) {
        return ALL.stream()
                .filter(referral -> referral.when().test(person))
                .findFirst()
                .or(() -> nothingToDo ? Optional.of(NOTHING_TO_DO) : Optional.empty())
                .map(referral -> new Program.SeeSomeone(referral.who(), Words.of("program.see." + referral.id())));
    }

    private static Level level(Case person) {
        return person.situation().triaged().verdict().disposition().level();
    }

    private static boolean closed(Case person) {
        return person.situation().episode().filter(Episode::closed).isPresent();
    }
}
