package org.unknot.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unknot.shared.QuestionId;

/**
 * Judges answers by the rule book: the most urgent level that any rule calls for, and what may be offered meanwhile. Where
 * something that could matter is still open the answer is never self-care, and while a danger question is open nothing is
 * cleared.
 */
final class Rules {

    /** Reasons that no rule gives: something is still open; nothing that was told calls for more. */
    static final String STILL_OPEN = "still-open";

    static final String NOTHING_TOLD = "nothing-told";

    private static final String ANSWERS = "J-answers";
    private static final String SAFETY_NET = "J-safety-net";
    private static final Duration SEVERE_RECHECK = Duration.ofHours(24);

    private final List<RedFlag> flags;
    private final List<Limit> limits;
    private final Map<String, String> sentences;

    /** @param sentences what a person reads when a rule speaks, by the rule's id */
    Rules(List<RedFlag> flags, List<Limit> limits, Map<String, String> sentences) {
        this.flags = List.copyOf(flags);
        this.limits = List.copyOf(limits);
        this.sentences = Map.copyOf(sentences);
    }

    Verdict judge(Answers answers, Instant now) {
        Facts facts = new Facts(answers);
        Level called = called(facts);
        Level level = level(facts, called);
        return new Verdict(
                disposition(level, reasons(facts, level)),
                cleared(facts, called),
                open(facts, called).inOrder().stream().findFirst(),
                now.plus(recheckWithin(facts, level)));
    }

    /** What is still worth asking, the most important first. */
    List<QuestionId> openQuestions(Answers answers) {
        Facts facts = new Facts(answers);
        return open(facts, called(facts)).inOrder();
    }

    /** Only those whose answer could still change the level. */
    List<QuestionId> questionsDecidingTheLevel(Answers answers) {
        Facts facts = new Facts(answers);
        return open(facts, called(facts)).decidingTheLevel();
    }

    private OpenQuestions open(Facts facts, Level called) {
        return new OpenQuestions(flags, facts, called, limited(facts, called));
    }

    /** Never self-care while something that matters is open. */
    private Level level(Facts facts, Level called) {
        return called == Level.SELF_CARE && (dangerOpen(facts) || couldExceed(called, facts))
                ? Level.CLINICIAN_ROUTINE
                : called;
    }

    /** The most urgent level that a rule calls for on what is known now. */
    private Level called(Facts facts) {
        return flags.stream()
                .flatMap(flag -> flag.calls(facts).stream())
                .min(Comparator.naturalOrder())
                .orElse(Level.SELF_CARE);
    }

    private static boolean dangerOpen(Facts facts) {
        return Prompts.dangerLines().anyMatch(line -> facts.about(line.id()).open() || facts.awaitsSelfCheck(line));
    }

    private boolean couldExceed(Level level, Facts facts) {
        return flags.stream().anyMatch(flag -> flag.couldExceed(level, facts));
    }

    private Set<Clearance> cleared(Facts facts, Level called) {
        Set<Clearance> cleared = limited(facts, called);
        if (dangerOpen(facts)) {
            cleared.clear();
        }
        if (couldExceed(called, facts)) {
            cleared.retainAll(Set.of(Clearance.EASE));
        }
        if (!everyHeatRefusalDenied(facts)) {
            cleared.remove(Clearance.HEAT);
        }
        return cleared;
    }

    /** What the level permits, less what a limit takes away. */
    private Set<Clearance> limited(Facts facts, Level level) {
        Set<Clearance> permitted = EnumSet.noneOf(Clearance.class);
        permitted.addAll(level.permits());
        limits.stream().filter(limit -> limit.holds(facts)).forEach(limit -> permitted.retainAll(limit.leaves()));
        return permitted;
    }

    private static boolean everyHeatRefusalDenied(Facts facts) {
        return Prompts.of(Stage.HEAT).allMatch(prompt -> facts.answers().no(prompt.id()));
    }

    private List<Reason> reasons(Facts facts, Level level) {
        List<Reason> reasons = new ArrayList<>();
        flags.stream()
                .filter(flag -> flag.calls(facts).isPresent())
                .sorted(Comparator.comparing(flag -> flag.calls(facts).orElse(Level.SELF_CARE)))
                .forEach(flag -> reasons.add(reason(flag.id(), flag.citation())));
        if (reasons.isEmpty()) {
            reasons.add(level == Level.SELF_CARE ? reason(NOTHING_TOLD, SAFETY_NET) : reason(STILL_OPEN, ANSWERS));
        }
        limits.stream()
                .filter(limit -> limit.holds(facts))
                .forEach(limit -> reasons.add(reason(limit.id(), limit.citation())));
        return reasons;
    }

    private Reason reason(String id, String citation) {
        return new Reason(
                id,
                Optional.ofNullable(sentences.get(id))
                        .orElseThrow(() -> new IllegalStateException("content/triage has no sentence for rule " + id)),
                citation);
    }

    private static Disposition disposition(Level level, List<Reason> reasons) {
        return switch (level) {
            case EMERGENCY_NOW -> new Disposition.EmergencyNow(reasons);
            case SAME_DAY -> new Disposition.SameDay(reasons);
            case WITHIN_DAYS -> new Disposition.WithinDays(reasons);
            case CLINICIAN_ROUTINE -> new Disposition.ClinicianRoutine(reasons);
            case SELF_CARE -> new Disposition.SelfCare(reasons);
        };
    }

    private static Duration recheckWithin(Facts facts, Level level) {
        boolean severe = facts.pain().filter(pain -> pain >= RedFlags.SEVERE).isPresent();
        return severe && SEVERE_RECHECK.compareTo(level.recheckWithin()) < 0 ? SEVERE_RECHECK : level.recheckWithin();
    }
}
