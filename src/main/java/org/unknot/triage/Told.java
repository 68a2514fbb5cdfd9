package org.unknot.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.shared.QuestionId;

/**
 * All that a person has told so far, as last stored. Without an age nothing can be judged yet.
 *
 * @param checkedAt when a danger question was last answered; other answers do not make those fresh
 * @param beganOn the day this spasm began, so that the days since grow by themselves
 */
public record Told(
        TriageId id,
        PersonId person,
        Instant at,
        Instant checkedAt,
        Optional<Integer> age,
        Optional<Answers.Sex> sex,
        Optional<LocalDate> beganOn,
        Optional<PainScore> pain,
        Map<QuestionId, Answer> given) {

    public Told {
        given = Map.copyOf(given);
    }

    static Told nothing(PersonId person, TriageId id, Instant at) {
        return new Told(
                id, person, at, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    Told with(Changes changes, TriageId newId, Instant now, LocalDate today) {
        Map<QuestionId, Answer> merged = new HashMap<>(given);
        merged.putAll(changes.given());
        return new Told(
                newId,
                person,
                now,
                checks(changes) || at.equals(Instant.EPOCH) ? now : checkedAt,
                changes.age().or(() -> age),
                changes.sex().or(() -> sex),
                changes.durationDays().map(days -> today.minusDays(days)).or(() -> beganOn),
                changes.pain().or(() -> pain),
                merged);
    }

    private static boolean checks(Changes changes) {
        return changes.given().keySet().stream()
                .anyMatch(id -> Prompts.prompt(id).stage() == Stage.DANGER);
    }

    /**
     * This with every gap in it filled from what was told before on another phone. It is as old as the oldest danger answer in
     * it: nothing gets fresher by being put together.
     */
    Told filledFrom(Told older, TriageId newId, PersonId who, Instant now) {
        Map<QuestionId, Answer> whole = new HashMap<>(older.given);
        boolean fillsDanger = whole.keySet().stream()
                .anyMatch(id -> !given.containsKey(id) && Prompts.prompt(id).stage() == Stage.DANGER);
        whole.putAll(given);
        return new Told(
                newId,
                who,
                now,
                fillsDanger && older.checkedAt.isBefore(checkedAt) ? older.checkedAt : checkedAt,
                age.or(() -> older.age),
                sex.or(() -> older.sex),
                beganOn.or(() -> older.beganOn),
                pain.or(() -> older.pain),
                whole);
    }

    /** What stays true over days; how it is now must be told again. */
    Told toBeRechecked() {
        Map<QuestionId, Answer> lasting = new HashMap<>(given);
        lasting.keySet().removeIf(id -> switch (Prompts.prompt(id).stage()) {
            case DANGER, CLUSTER, HEAT -> true;
            case SHAPE, EXERCISE -> false;
        });
        return new Told(id, person, at, checkedAt, age, sex, beganOn, Optional.empty(), lasting);
    }

    /** As the rules read it on this day; empty while the age is not known. */
    public Optional<Answers> answers(LocalDate today) {
        return age.map(years -> new Answers(years, sex, daysUntil(today), pain, given));
    }

    private Optional<Integer> daysUntil(LocalDate today) {
        return beganOn.map(began -> (int) Math.max(0, ChronoUnit.DAYS.between(began, today)));
    }
}
