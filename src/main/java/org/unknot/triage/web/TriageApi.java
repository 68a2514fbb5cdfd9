package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.shared.Texts;
import org.unknot.triage.Question;
import org.unknot.triage.Triage;

/** Triage for other programs: no cookie, nothing stored, the same rules. Described in static/openapi.json. */
@Door(Door.For.ANYONE)
@RestController
@RequestMapping(path = "/api/triage", produces = MediaType.APPLICATION_JSON_VALUE)
class TriageApi {

    private static final Set<String> FIELDS = AnswersJson.fields("age", "sex", "durationDays", "pain", "answers");
    private static final List<String> WORDS = List.of(Answer.YES.word(), Answer.NO.word(), Answer.UNSURE.word());

    private final Triage triage;
    private final CareCard card;
    private final Texts texts;

    TriageApi(Triage triage, CareCard card, Texts texts) {
        this.triage = triage;
        this.card = card;
        this.texts = texts;
    }

    @GetMapping("/questionnaire")
    ResponseEntity<Form> questionnaire() {
        Form form = new Form(
                triage.revision(),
                List.of(
                        new NumberField("age", texts.text("triage.question.age.title"), "integer", 0, 120, true),
                        new NumberField(
                                "durationDays", texts.text("triage.question.days.title"), "integer", 0, 36500, false),
                        new NumberField("pain", texts.text("triage.question.pain.title"), "integer", 0, 10, false)),
                new ChoiceField(
                        "sex", texts.text("triage.question.sex.title"), List.of("female", "male", "other"), false),
                triage.questionnaire().stream().map(TriageApi::item).toList());
        return ResponseEntity.ok().eTag(triage.revision()).body(form);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    TriageAnswer triage(HttpServletRequest request) throws IOException {
        return TriageAnswer.of(
                triage.judge(AnswersJson.read(request, triage, FIELDS).complete()), card);
    }

    private static Item item(Question question) {
        return new Item(
                question.id().value(),
                question.text(),
                question.why(),
                "choice",
                WORDS,
                question.group(),
                question.stage().word(),
                question.page().orElse(null),
                question.order(),
                question.selfCheck().map(QuestionId::value).orElse(null),
                question.askedWhen().orElse(null),
                question.citations());
    }

    /** Everything that can be told: three numbers, the sex, and the questions in the order of asking. */
    record Form(String revision, List<NumberField> numbers, ChoiceField sex, List<Item> questions) {}

    record NumberField(String id, String text, String type, int minimum, int maximum, boolean required) {}

    record ChoiceField(String id, String text, List<String> options, boolean required) {}

    /** One question; {@code dependsOn} says in words who is asked, null where everybody is. */
    record Item(
            String id,
            String text,
            String why,
            String type,
            List<String> answers,
            String group,
            String stage,
            @Nullable String page,
            int order,
            @Nullable String selfCheck,
            @Nullable String dependsOn,
            List<String> citations) {}
}
