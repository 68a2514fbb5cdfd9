package org.unknot.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;

/** The table that a clinician reads and signs, docs/clinical/triage-rules.csv, one case a line. */
final class RuleTable {

    static final Path FILE = Path.of("docs/clinical/triage-rules.csv");

    /** One case: who, what they said, and what must follow. */
    record Case(
            String id,
            String kind,
            String rule,
            String words,
            Answers answers,
            Level level,
            Set<Clearance> clearedFor,
            Set<String> reasons,
            String citation) {

        @Override
        public String toString() {
            return id + " " + words;
        }
    }

    private RuleTable() {}

    static List<Case> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(RuleTable::fields)
                    .map(RuleTable::caseOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case caseOf(List<String> f) {
        Optional<Answers.Sex> sex = text(f.get(5)).map(word -> Answers.Sex.valueOf(word.toUpperCase(Locale.ROOT)));
        Answers answers = new Answers(
                Integer.parseInt(f.get(4)),
                sex,
                text(f.get(6)).map(Integer::valueOf),
                text(f.get(7)).map(Integer::valueOf).map(PainScore::new),
                given(f.get(8)));
        return new Case(
                f.get(0),
                f.get(1),
                f.get(2),
                f.get(3),
                answers,
                Level.valueOf(f.get(9)),
                words(f.get(10)).stream()
                        .map(word -> Clearance.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                words(f.get(11)),
                f.get(12));
    }

    /** Every question is answered with no but those named; self-checks are only answered where named. */
    private static Map<QuestionId, Answer> given(String told) {
        Map<QuestionId, Answer> given = new HashMap<>(Answering.everything(Answer.NO));
        for (String part : told.isBlank() ? new String[0] : told.split(";")) {
            String[] pair = part.strip().split("=");
            QuestionId question = new QuestionId(pair[0]);
            if (pair[0].equals("everything")) {
                given.clear();
            } else if (pair[1].equals("missing")) {
                given.remove(question);
            } else {
                given.put(question, Answer.valueOf(pair[1].toUpperCase(Locale.ROOT)));
            }
            if (!pair[0].equals("everything")) {
                Prompts.prompt(question);
            }
        }
        return given;
    }

    private static Optional<String> text(String field) {
        return Optional.of(field).filter(value -> !value.isBlank());
    }

    private static Set<String> words(String field) {
        return Arrays.stream(field.split(" ")).filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }

    /** One line of RFC 4180 without line breaks inside a field. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
