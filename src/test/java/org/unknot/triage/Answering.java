package org.unknot.triage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.unknot.content.ContentFiles;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/** Answers of made-up people, by hand and by a seeded generator. */
final class Answering {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Questionnaire QUESTIONNAIRE = Questionnaire.from(ContentFiles.ofProgram());
    static final Rules RULES = new Rules(RedFlags.ALL, Limit.ALL, QUESTIONNAIRE.sentences());

    private Answering() {}

    static QuestionId id(String question) {
        return new QuestionId(question);
    }

    /** The same answer to every question but the self-checks. */
    static Map<QuestionId, Answer> everything(Answer answer) {
        return Prompts.ALL.stream()
                .filter(prompt -> !prompt.isSelfCheck())
                .collect(Collectors.toMap(Prompt::id, p -> answer));
    }

    /** 35 years old, pain 5, and no to everything. */
    static Answers clean() {
        return new Answers(
                35, Optional.empty(), Optional.empty(), Optional.of(new PainScore(5)), everything(Answer.NO));
    }

    static Answers nothingSaid() {
        return new Answers(35, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    static Answers without(Answers answers, QuestionId question) {
        Map<QuestionId, Answer> fewer = new HashMap<>(answers.given());
        fewer.remove(question);
        return new Answers(answers.age(), answers.sex(), answers.durationDays(), answers.pain(), fewer);
    }

    static Answers with(Answers answers, QuestionId question, Answer answer) {
        return answers.with(Map.of(question, answer));
    }

    static Level level(Answers answers) {
        return RULES.judge(answers, NOW).disposition().level();
    }

    /** Anybody: any age, some numbers untold, each question missing or answered, mostly with no. */
    static Answers anybody(Random random) {
        Map<QuestionId, Answer> given = new HashMap<>();
        int calm = random.nextInt(1, 30);
        for (Prompt prompt : Prompts.ALL) {
            int die = random.nextInt(calm + 4);
            if (die == 0) {
                given.put(prompt.id(), Answer.YES);
            } else if (die == 1) {
                given.put(prompt.id(), Answer.UNSURE);
            } else if (die > 2) {
                given.put(prompt.id(), Answer.NO);
            }
        }
        return new Answers(
                random.nextInt(0, 121),
                oneOf(random, List.of(Answers.Sex.values())),
                oneOf(random, List.of(0, 2, 3, 14, 27, 28, 41, 42, 83, 84, 400)),
                oneOf(random, List.of(0, 3, 5, 7, 8, 10)).map(PainScore::new),
                given);
    }

    private static <T> Optional<T> oneOf(Random random, List<T> values) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }
}
