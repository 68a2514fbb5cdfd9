package org.unknot.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unknot.program.judge.Told;

/** People as tests need them: well, on a day, after days; each step a change of the one before. */
record EpisodeFixtures(Told told) {

    private static final Set<String> ALL = Set.of("EASE", "HEAT", "STRETCHES");

    /** Answered everything with no, can lie anyhow, and is cleared for all. */
    static EpisodeFixtures onDay(int day) {
        return new EpisodeFixtures(new Told(
                40,
                "female",
                Telling.ALL_CLEAR,
                "SELF_CARE",
                ALL,
                Optional.empty(),
                day,
                Optional.of(2),
                false,
                false,
                List.of(),
                Set.of(),
                List.of()));
    }

    EpisodeFixtures atLevel(String level, String... cleared) {
        return copy(told.answers(), level, Set.of(cleared), told.painNow(), told.days());
    }

    EpisodeFixtures answering(String question, String answer) {
        Map<String, String> answers = new HashMap<>(told.answers());
        answers.put(question, answer);
        return copy(answers, told.level(), told.cleared(), told.painNow(), told.days());
    }

    EpisodeFixtures notAnswering(String question) {
        Map<String, String> answers = new HashMap<>(told.answers());
        answers.remove(question);
        return copy(answers, told.level(), told.cleared(), told.painNow(), told.days());
    }

    EpisodeFixtures withPain(int pain) {
        return copy(told.answers(), told.level(), told.cleared(), Optional.of(pain), told.days());
    }

    EpisodeFixtures withPainUnknown() {
        return copy(told.answers(), told.level(), told.cleared(), Optional.empty(), told.days());
    }

    EpisodeFixtures afterDay(int day, int scoreBefore, String exercise, String outcome) {
        List<Told.Day> days = new ArrayList<>(told.days());
        days.add(new Told.Day(day, scoreBefore, Map.of(exercise, outcome)));
        return copy(told.answers(), told.level(), told.cleared(), told.painNow(), days);
    }

    EpisodeFixtures locked(String... directions) {
        return new EpisodeFixtures(new Told(
                told.age(),
                told.sex(),
                told.answers(),
                told.level(),
                told.cleared(),
                told.open(),
                told.day(),
                told.painNow(),
                told.stale(),
                told.closed(),
                told.days(),
                Set.of(directions),
                told.forbidden()));
    }

    EpisodeFixtures withStaleAnswers() {
        return new EpisodeFixtures(new Told(
                told.age(),
                told.sex(),
                told.answers(),
                told.level(),
                told.cleared(),
                told.open(),
                told.day(),
                told.painNow(),
                true,
                told.closed(),
                told.days(),
                told.locked(),
                told.forbidden()));
    }

    Situation situation() {
        return Telling.situation(told);
    }

    Program program() {
        return Planning.plan(situation(), Telling.REPERTOIRE);
    }

    Program programAt(int hour) {
        return Planning.plan(Telling.situation(told, hour), Telling.REPERTOIRE);
    }

    private EpisodeFixtures copy(
            Map<String, String> answers,
            String level,
            Set<String> cleared,
            Optional<Integer> pain,
            List<Told.Day> days) {
        return new EpisodeFixtures(new Told(
                told.age(),
                told.sex(),
                answers,
                level,
                cleared,
                told.open(),
                told.day(),
                pain,
                told.stale(),
                told.closed(),
                List.copyOf(days),
                told.locked(),
                told.forbidden()));
    }
}
