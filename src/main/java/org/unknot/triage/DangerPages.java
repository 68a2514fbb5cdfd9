package org.unknot.triage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;

/** The two danger pages with their lines, the same for the server's pages and for the phone without a network. */
@Component
public class DangerPages {

    /** Age in years below which a doctor comes first. */
    public static final int YOUNGEST = RedFlags.CHILD;

    private final List<DangerPage> pages;

    DangerPages(Questionnaire questionnaire, Rules rules) {
        pages = Stream.of(Prompt.CALL_NOW, Prompt.DOCTOR_FIRST)
                .map(page -> new DangerPage(page, lines(page, questionnaire, rules)))
                .toList();
    }

    public List<DangerPage> all() {
        return pages;
    }

    /** @throws IllegalArgumentException for any other page than call-now and doctor-first */
    public DangerPage page(String id) {
        return pages.stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such danger page: " + id));
    }

    /** The most urgent level that any of these answers calls for by itself; doubts count once their self-check was answered. */
    public Optional<Level> certainLevel(Map<QuestionId, Answer> given) {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .filter(line -> line.standing(given) == DangerLine.Standing.TROUBLE)
                .flatMap(line -> line.yes().stream())
                .min(Comparator.naturalOrder());
    }

    private static List<DangerLine> lines(String page, Questionnaire questionnaire, Rules rules) {
        return questionnaire.questions().stream()
                .filter(question -> question.page().filter(page::equals).isPresent())
                .flatMap(question -> question.line().map(text -> line(question, text, questionnaire, rules)).stream())
                .toList();
    }

    private static DangerLine line(Question question, String text, Questionnaire questionnaire, Rules rules) {
        Optional<Level> yes = calledForBy(question.id(), rules);
        return new DangerLine(
                question.id(),
                text,
                question.selfCheck().flatMap(questionnaire::find).map(Question::text),
                yes,
                yes.isEmpty(),
                opens(question.id()));
    }

    /** A grown-up of whom nothing else is known answers this one line with yes. */
    private static Optional<Level> calledForBy(QuestionId line, Rules rules) {
        Answers onlyThis = new Answers(
                RedFlags.CHILD, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(line, Answer.YES));
        Level level = rules.judge(onlyThis, Instant.EPOCH).disposition().level();
        return Optional.of(level).filter(it -> it.moreUrgentThan(Level.CLINICIAN_ROUTINE));
    }

    /** Lines of the page that are asked only after a yes to this one, with theirs in turn. */
    private static List<QuestionId> opens(QuestionId line) {
        return Prompts.ALL.stream()
                .filter(prompt ->
                        prompt.page().isPresent() && prompt.when().questions().contains(line))
                .flatMap(prompt -> Stream.concat(Stream.of(prompt.id()), opens(prompt.id()).stream()))
                .toList();
    }
}
