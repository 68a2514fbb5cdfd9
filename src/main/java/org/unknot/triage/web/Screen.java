package org.unknot.triage.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.triage.Changes;
import org.unknot.triage.Question;
import org.unknot.triage.Stage;
import org.unknot.triage.Told;

/** One thing asked on one screen: a yes-no question, or a number. */
public sealed interface Screen {

    /** Last part of its address. */
    String id();

    Stage stage();

    /** Template it is shown with. */
    String view();

    /** What the answer that came means; empty when it cannot be used. */
    Optional<Changes> read(String answer);

    /** The value that was answered before. */
    Optional<String> chosen(Told told);

    /** A question with yes, no and not sure. */
    record YesNo(Question question) implements Screen {

        @Override
        public String id() {
            return question.id().value();
        }

        @Override
        public Stage stage() {
            return question.stage();
        }

        @Override
        public String view() {
            return "triage/question";
        }

        @Override
        public Optional<Changes> read(String answer) {
            return Arrays.stream(Answer.values())
                    .filter(known -> known.word().equals(answer))
                    .findFirst()
                    .map(known -> Changes.of(question.id(), known));
        }

        @Override
        public Optional<String> chosen(Told told) {
            return Optional.ofNullable(told.given().get(question.id())).map(Answer::word);
        }
    }

    /** Age in years, typed. */
    record Age() implements Screen {

        private static final Pattern YEARS = Pattern.compile("\\d{1,3}");

        @Override
        public String id() {
            return Asking.AGE;
        }

        @Override
        public Stage stage() {
            return Stage.DANGER;
        }

        @Override
        public String view() {
            return "triage/age";
        }

        @Override
        public Optional<Changes> read(String answer) {
            return Optional.of(answer)
                    .filter(text -> YEARS.matcher(text).matches())
                    .map(Integer::valueOf)
                    .filter(years -> years <= 120)
                    .map(Changes::ofAge);
        }

        @Override
        public Optional<String> chosen(Told told) {
            return told.age().map(String::valueOf);
        }
    }

    /** Pain now, one of eleven. */
    record Pain() implements Screen {

        @Override
        public String id() {
            return Asking.PAIN;
        }

        @Override
        public Stage stage() {
            return Stage.CLUSTER;
        }

        @Override
        public String view() {
            return "triage/pain";
        }

        @Override
        public Optional<Changes> read(String answer) {
            return points().stream()
                    .filter(point -> String.valueOf(point).equals(answer))
                    .findFirst()
                    .map(PainScore::new)
                    .map(Changes::ofPain);
        }

        @Override
        public Optional<String> chosen(Told told) {
            return told.pain().map(PainScore::value).map(String::valueOf);
        }

        public List<Integer> points() {
            return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    /** When it began, in six steps; each counts as the fewest days it can mean. */
    record Began() implements Screen {

        private static final List<Integer> DAYS = List.of(0, 3, 7, 28, 42, 90);

        @Override
        public String id() {
            return Asking.BEGAN;
        }

        @Override
        public Stage stage() {
            return Stage.CLUSTER;
        }

        @Override
        public String view() {
            return "triage/began";
        }

        @Override
        public Optional<Changes> read(String answer) {
            Function<Integer, Changes> changes = days -> Changes.ofDuration(days)
                    .with(Map.of(Screens.OVER_THREE_MONTHS, days >= 90 ? Answer.YES : Answer.NO));
            return DAYS.stream()
                    .filter(days -> String.valueOf(days).equals(answer))
                    .findFirst()
                    .map(changes);
        }

        /** The days grow while the choice stays the same: the last step that they have reached. */
        @Override
        public Optional<String> chosen(Told told) {
            return told.answers(told.at().atZone(java.time.ZoneOffset.UTC).toLocalDate())
                    .flatMap(answers -> answers.durationDays())
                    .flatMap(days -> DAYS.reversed().stream()
                            .filter(step -> step <= days)
                            .findFirst())
                    .map(String::valueOf);
        }

        public List<Integer> days() {
            return DAYS;
        }
    }
}
