package org.unknot.triage.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.unknot.shared.QuestionId;
import org.unknot.triage.DangerLine;
import org.unknot.triage.DangerLine.Standing;
import org.unknot.triage.DangerPage;
import org.unknot.triage.DangerPages;
import org.unknot.triage.Level;
import org.unknot.triage.Stage;
import org.unknot.triage.Told;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/**
 * Which page comes next: the danger pages, then one question a screen as long as it decides something, at most twelve before
 * the plan (design.md §4a). What is left then stays open and keeps out what depends on it.
 */
@Component
class Asking {

    static final String PAIN = "pain";
    static final String BEGAN = "began";
    static final String AGE = "age";
    private static final String CALL_NOW = "call-now";
    private static final int MOST_BEFORE_THE_PLAN = 12;
    private static final Set<String> FOR_THE_FIRST_STRETCHES =
            Set.of("osteoporosis", "worse-bending", "worse-arching", "worse-twisting");

    private final Triage triage;
    private final DangerPages danger;

    Asking(Triage triage, DangerPages danger) {
        this.triage = triage;
        this.danger = danger;
    }

    /** Address of the next page for somebody who told this much. */
    String next(Optional<Told> told, Optional<Triaged> triaged) {
        if (told.isEmpty() || triage.recheckIsDue(told.get())) {
            return "/call-now";
        }
        return stop(told.get(), triaged)
                .or(() -> selfCheck(told.get()))
                .or(() -> openDangerPage(told.get()))
                .or(() -> triaged.flatMap(this::question))
                .orElse("/result");
    }

    /** Where a person goes at once, whatever is still open: a certain yes on a danger page does not wait for an age. */
    private Optional<String> stop(Told told, Optional<Triaged> triaged) {
        Optional<Level> judged = triaged.filter(it -> selfCheck(told).isEmpty())
                .map(it -> it.verdict().disposition().level());
        return Stream.concat(danger.certainLevel(told.given()).stream(), judged.stream())
                .min(Comparator.naturalOrder())
                .flatMap(Asking::stopAt);
    }

    /** The page on which the two most urgent levels stop everything else. */
    private static Optional<String> stopAt(Level level) {
        return switch (level) {
            case EMERGENCY_NOW, SAME_DAY -> Optional.of(pageFor(level));
            case WITHIN_DAYS, CLINICIAN_ROUTINE, SELF_CARE -> Optional.empty();
        };
    }

    /** Where the danger pages send a person of this level. */
    static String pageFor(Level level) {
        return switch (level) {
            case EMERGENCY_NOW -> "/emergency";
            case SAME_DAY, WITHIN_DAYS -> "/doctor?level=" + level.word();
            case CLINICIAN_ROUTINE, SELF_CARE -> "/lie";
        };
    }

    /** After an answer on a danger page: what is open there, then the doctor's page or the first position of ease. */
    String afterDanger(Optional<Told> told, Optional<Triaged> triaged) {
        Optional<String> open =
                told.flatMap(it -> stop(it, triaged).or(() -> selfCheck(it)).or(() -> openDangerPage(it)));
        return open.or(() ->
                        triaged.map(it -> pageFor(it.verdict().disposition().level())))
                .orElse("/call-now");
    }

    /**
     * Where a person must go before a position of ease, as on the phone: nobody passes by "Call now?". Somebody who is to be
     * seen today may rest meanwhile, whatever else is open on the second page.
     */
    Optional<String> beforeEase(Optional<Told> told, Optional<Triaged> triaged) {
        if (told.isEmpty() || triage.recheckIsDue(told.get())) {
            return Optional.of("/call-now");
        }
        Optional<String> stop = stop(told.get(), triaged);
        if (stop.filter(pageFor(Level.EMERGENCY_NOW)::equals).isPresent()) {
            return stop;
        }
        boolean waitsForADoctor = stop.isPresent() && isThrough(danger.page(CALL_NOW), told.get());
        return waitsForADoctor ? Optional.empty() : selfCheck(told.get()).or(() -> openDangerPage(told.get()));
    }

    private static boolean isThrough(DangerPage page, Told told) {
        return page.lines().stream()
                .filter(DangerLine::decides)
                .map(line -> line.standing(told.given()))
                .noneMatch(standing -> standing == Standing.OPEN || standing == Standing.AWAITS_SELF_CHECK);
    }

    private Optional<String> selfCheck(Told told) {
        return danger.all().stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.decides() && line.standing(told.given()) == Standing.AWAITS_SELF_CHECK)
                .map(line -> "/questions/" + line.selfCheckId().value())
                .findFirst();
    }

    private Optional<String> openDangerPage(Told told) {
        for (DangerPage page : danger.all()) {
            List<DangerLine> lines =
                    page.lines().stream().filter(DangerLine::decides).toList();
            long open = lines.stream()
                    .filter(line -> line.standing(told.given()) == Standing.OPEN)
                    .count();
            if (open > 0) {
                return Optional.of("/" + page.id() + (open < lines.size() ? "/rest" : ""));
            }
        }
        return told.age().isEmpty() ? Optional.of("/questions/" + AGE) : Optional.empty();
    }

    private Optional<String> question(Triaged triaged) {
        if (triaged.answers().pain().isEmpty()) {
            return Optional.of("/questions/" + PAIN);
        }
        if (triaged.answers().durationDays().isEmpty()) {
            return Optional.of("/questions/" + BEGAN);
        }
        return open(triaged).stream().findFirst().map(id -> "/questions/" + id.value());
    }

    /** Questions still to be asked before the plan, in order. */
    private List<QuestionId> open(Triaged triaged) {
        List<QuestionId> level = triage.questionsDecidingTheLevel(triaged.answers());
        if (!level.isEmpty() || asked(triaged) >= MOST_BEFORE_THE_PLAN) {
            return level;
        }
        return triage.openQuestions(triaged.answers()).stream()
                .filter(id -> FOR_THE_FIRST_STRETCHES.contains(id.value()))
                .toList();
    }

    private int asked(Triaged triaged) {
        long numbers = triaged.answers().pain().stream().count()
                + triaged.answers().durationDays().stream().count();
        long questions = triaged.answers().given().keySet().stream()
                .filter(id ->
                        triage.question(id).stage() == Stage.CLUSTER || FOR_THE_FIRST_STRETCHES.contains(id.value()))
                .count();
        return (int) (numbers + questions);
    }
}
