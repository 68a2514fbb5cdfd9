package org.unknot.program;

import static org.unknot.program.Ruling.out;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Clearance;
import org.unknot.triage.Verdict;

/** Rules about whether a person may be offered a kind of thing at all, before any movement is looked at. */
final class GateRules {

    private static final int ADULT_RULES_FROM_AGE = 16;

    /** Under 16: a doctor, no program (clinical.md §1.2, other gates). */
    static final Rule UNDER_SIXTEEN = new Rule(
            "under-sixteen",
            "J-gates",
            (candidate, person) -> person.facts().answers().age() < ADULT_RULES_FROM_AGE
                    ? List.of(out(Words.of("program.left-out.under-sixteen")))
                    : List.of());

    /** Only what triage cleared, and never more than the level permits (design.md §3). */
    static final Rule CLEARANCE = new Rule("clearance", "J-levels", (candidate, person) -> {
        Verdict verdict = person.situation().triaged().verdict();
        boolean cleared = oneOfThese(candidate).stream().anyMatch(clearance -> mayOffer(verdict, clearance));
        if (cleared || candidate instanceof Candidate.Walk && onlyHeatIsMissing(person)) {
            return List.of();
        }
        boolean levelForbids = oneOfThese(candidate).stream()
                .noneMatch(verdict.disposition().level().permits()::contains);
        return levelForbids
                ? List.of(out(Words.of("program.left-out.level")))
                : List.of(new Ruling.Out(Words.of("program.left-out.not-cleared"), verdict.nextQuestion()));
    });

    /** Old answers, or pain that spread since: only the position of ease until they are given anew. */
    static final Rule RECHECK = new Rule(
            "recheck",
            "J-recheck",
            (candidate, person) -> person.situation().recheckDue() && !(candidate instanceof Candidate.Ease)
                    ? List.of(out(Words.of("program.left-out.recheck")))
                    : List.of());

    /** Who said that they are better keeps walking, breaks and quiet minutes, which are for everybody. */
    static final Rule CLOSED = new Rule("closed", "S45", (candidate, person) -> {
        boolean closed = person.situation().episode().filter(Episode::closed).isPresent();
        return switch (candidate) {
            case Candidate.Walk _, Candidate.Breaks _, Candidate.Quiet _, Candidate.Sleep _ -> List.of();
            case Candidate.Ease _, Candidate.Heat _, Candidate.Movement _ ->
                closed ? List.of(out(Words.of("program.left-out.closed"))) : List.of();
        };
    });

    private static final List<QuestionId> HEAT_REFUSALS = Stream.of(
                    "reduced-feeling",
                    "poor-circulation",
                    "skin-broken",
                    "heat-rub-or-patch",
                    "sleepy-or-alcohol",
                    "cancer-or-radiation-site",
                    "fresh-swelling")
            .map(QuestionId::new)
            .toList();

    /** No heat on skin that cannot feel it, or must not have it (clinical.md §4). What is open, heat asks before it starts. */
    static final Rule HEAT_REFUSAL = new Rule("heat-refusal", "S39", (candidate, person) -> {
        boolean refused = HEAT_REFUSALS.stream()
                .flatMap(question -> person.facts().answer(question).stream())
                .anyMatch(answer -> answer != Answer.NO);
        return candidate instanceof Candidate.Heat && refused
                ? List.of(out(Words.of("program.left-out.heat-refusal")))
                : List.of();
    });

    private GateRules() {}

    /**
     * A level walk goes with heat, but the refusals of heat say nothing against walking: it stays where the level permits both,
     * the person is not held to ease for severe pain, and nothing but those refusals is open.
     */
    private static boolean onlyHeatIsMissing(Case person) {
        Verdict verdict = person.situation().triaged().verdict();
        boolean severe = person.facts().answers().pain().stream().anyMatch(pain -> pain.value() >= PainLimit.SEVERE);
        return !severe
                && verdict.clears(Clearance.EASE)
                && verdict.disposition().level().permits().contains(Clearance.HEAT)
                && verdict.nextQuestion()
                        .filter(next -> !HEAT_REFUSALS.contains(next))
                        .isEmpty();
    }

    /** A walk goes with heat, as triage clears them together; refusing heat does not take it from a full program. */
    private static Set<Clearance> oneOfThese(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Ease _ -> Set.of(Clearance.EASE);
            case Candidate.Heat _ -> Set.of(Clearance.HEAT);
            case Candidate.Walk _ -> Set.of(Clearance.HEAT, Clearance.STRETCHES);
            case Candidate.Movement _, Candidate.Sleep _, Candidate.Breaks _, Candidate.Quiet _ ->
                Set.of(Clearance.STRETCHES);
        };
    }

    private static boolean mayOffer(Verdict verdict, Clearance clearance) {
        return verdict.clears(clearance)
                && verdict.disposition().level().permits().contains(clearance);
    }
}
