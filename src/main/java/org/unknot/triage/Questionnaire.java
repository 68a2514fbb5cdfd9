package org.unknot.triage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unknot.content.ContentFiles;
import org.unknot.content.ContentRefused;
import org.unknot.content.Document;
import org.unknot.content.Problem;
import org.unknot.content.Section;
import org.unknot.shared.QuestionId;

/**
 * The words of questions and rules from content/triage, one file per suspect, matched with the order of asking and the rule
 * book. A question or rule without words, and words for none, are refused.
 */
final class Questionnaire {

    private final List<Question> questions;
    private final Map<QuestionId, Question> byId;
    private final Map<String, String> sentences;
    private final String revision;

    private Questionnaire(List<Question> questions, Map<String, String> sentences, String revision) {
        this.questions = List.copyOf(questions);
        this.byId = questions.stream().collect(Collectors.toUnmodifiableMap(Question::id, q -> q));
        this.sentences = Map.copyOf(sentences);
        this.revision = revision;
    }

    static Questionnaire from(ContentFiles files) {
        return new Reader(files.read("triage", Suspect::read)).questionnaire();
    }

    /** In the order of asking; a self-check follows its question. */
    List<Question> questions() {
        return questions;
    }

    Optional<Question> find(QuestionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What a person reads when a rule speaks, by the rule's id. */
    Map<String, String> sentences() {
        return sentences;
    }

    /** Changes whenever a word or a rule changes. */
    String revision() {
        return revision;
    }

    private record Suspect(List<Words> questions, List<Sentence> rules) {

        static Suspect read(Section section) {
            return new Suspect(
                    section.sections("questions", "{id: saddle-numb, text: Numb between the legs?}", Words::read),
                    section.optionalSections("rules", "{id: saddle-numb, text: Hours count.}", Sentence::read));
        }
    }

    private record Words(
            String id,
            String text,
            Optional<String> line,
            String why,
            Optional<String> selfCheck,
            Optional<String> askedWhen) {

        static Words read(Section section) {
            return new Words(
                    section.id("id", "saddle-numb"),
                    section.text("text", "New or worse in two weeks: numb between the legs?"),
                    section.optionalText("line", "New numbness between the legs"),
                    section.text("why", "Nerves low in the spine feel the skin there."),
                    section.optionalText("self-check", "Touch the skin between your legs. Does it feel numb?"),
                    section.optionalText("asked-when", "Asked when leg pain was answered yes."));
        }
    }

    private record Sentence(String id, String text) {

        static Sentence read(Section section) {
            return new Sentence(
                    section.id("id", "saddle-numb"),
                    section.text("text", "New numbness between the legs can mean pressed nerves."));
        }
    }

    /** Matches what the files say with what the program asks and judges. */
    private static final class Reader {

        private final List<Document<Suspect>> documents;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<QuestionId, Question> read = new HashMap<>();
        private final Map<String, String> sentences = new HashMap<>();

        Reader(List<Document<Suspect>> documents) {
            this.documents = documents;
        }

        Questionnaire questionnaire() {
            documents.forEach(this::read);
            List<Question> inOrder = Prompts.ALL.stream()
                    .flatMap(prompt -> present(prompt.id()).stream())
                    .toList();
            rules().filter(rule -> !sentences.containsKey(rule)).forEach(this::noSentence);
            if (!problems.isEmpty()) {
                throw new ContentRefused(problems);
            }
            return new Questionnaire(inOrder, sentences, revision());
        }

        private void read(Document<Suspect> document) {
            List<Words> questions = document.value().questions();
            for (int i = 0; i < questions.size(); i++) {
                read(document, "questions[" + i + "]", questions.get(i));
            }
            Set<String> known = rules().collect(Collectors.toSet());
            List<Sentence> rules = document.value().rules();
            for (int i = 0; i < rules.size(); i++) {
                Sentence sentence = rules.get(i);
                if (!known.contains(sentence.id()) || sentences.put(sentence.id(), sentence.text()) != null) {
                    problems.add(document.problem(
                            "rules[" + i + "].id",
                            "the id of a rule of the rule book, each once, got " + sentence.id(),
                            "id: saddle-numb"));
                }
            }
        }

        private void read(Document<Suspect> document, String path, Words words) {
            QuestionId id = new QuestionId(words.id());
            if (!Prompts.exists(id) || read.containsKey(id)) {
                problems.add(document.problem(
                        path + ".id", "the id of a question we ask, each once, got " + words.id(), "id: saddle-numb"));
                return;
            }
            Prompt prompt = Prompts.prompt(id);
            if (prompt.dangerLine() != words.selfCheck().isPresent()) {
                problems.add(document.problem(
                        path, "a self-check for each danger question and for no other", "self-check: Is it numb?"));
            }
            if (prompt.page().isPresent() != words.line().isPresent()) {
                problems.add(document.problem(
                        path, "a line for each question on a danger page and for no other", "line: New numbness"));
            }
            Optional<QuestionId> selfCheck =
                    prompt.selfCheck().filter(check -> words.selfCheck().isPresent());
            read.put(id, question(document, prompt, words, words.text(), words.line(), selfCheck, words.askedWhen()));
            selfCheck.ifPresent(check -> read.put(
                    check,
                    question(
                            document,
                            Prompts.prompt(check),
                            words,
                            words.selfCheck().orElseThrow(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("Asked when " + id.value() + " was answered unsure."))));
        }

        private static Question question(
                Document<Suspect> document,
                Prompt prompt,
                Words words,
                String text,
                Optional<String> line,
                Optional<QuestionId> selfCheck,
                Optional<String> askedWhen) {
            return new Question(
                    prompt.id(),
                    document.id(),
                    prompt.stage(),
                    Prompts.place(prompt.id()),
                    prompt.page(),
                    line,
                    text,
                    words.why(),
                    selfCheck,
                    askedWhen,
                    document.provenance().citations());
        }

        private Optional<Question> present(QuestionId id) {
            Question question = read.get(id);
            if (question == null && !Prompts.prompt(id).isSelfCheck()) {
                problems.add(new Problem(
                        "content/triage", 1, "questions", "words for the question " + id.value(), "id: " + id.value()));
            }
            return Optional.ofNullable(question);
        }

        private void noSentence(String rule) {
            problems.add(new Problem("content/triage", 1, "rules", "a sentence for the rule " + rule, "id: " + rule));
        }

        private static Stream<String> rules() {
            return Stream.of(
                            RedFlags.ALL.stream().map(RedFlag::id),
                            Limit.ALL.stream().map(Limit::id),
                            Stream.of(Rules.STILL_OPEN, Rules.NOTHING_TOLD))
                    .flatMap(ids -> ids);
        }

        private String revision() {
            String all = documents.stream().map(Document::hash).collect(Collectors.joining())
                    + RedFlags.ALL
                    + Limit.ALL
                    + Prompts.ALL;
            return sha256(all).substring(0, 16);
        }

        private static String sha256(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }
    }
}
