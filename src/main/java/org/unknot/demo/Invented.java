package org.unknot.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.moments.support.Now;
import org.springframework.stereotype.Component;
import org.unknot.account.Visitor;
import org.unknot.heat.Course;
import org.unknot.heat.Heat;
import org.unknot.heat.Way;
import org.unknot.heat.Wish;
import org.unknot.program.Programs;
import org.unknot.session.QuietMinutes;
import org.unknot.session.Records;
import org.unknot.session.Script;
import org.unknot.session.Scripts;
import org.unknot.session.Step;
import org.unknot.shared.Answer;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an invented person does, through the services that a phone's requests reach. */
@Component
@ConditionalOnProperty("unknot.demo")
class Invented {

    private final Triage triage;
    private final Programs programs;
    private final Scripts scripts;
    private final Records records;
    private final Heat heat;
    private final QuietMinutes quiet;
    private final JsonMapper json;
    private final Now now;

    Invented(
            Triage triage,
            Programs programs,
            Scripts scripts,
            Records records,
            Heat heat,
            QuietMinutes quiet,
            JsonMapper json,
            Now now) {
        this.triage = triage;
        this.programs = programs;
        this.scripts = scripts;
        this.records = records;
        this.heat = heat;
        this.quiet = quiet;
        this.json = json;
        this.now = now;
    }

    /** No to everything but how they can lie, and yes to these; with that the plan of the day begins. */
    void answers(Visitor visitor, int age, int pain, String... yes) {
        Map<QuestionId, Answer> answers = new HashMap<>();
        triage.questionnaire().stream()
                .filter(question -> !question.id().value().endsWith("-check"))
                .forEach(question -> answers.put(question.id(), Answer.NO));
        for (String lying : new String[] {"can-lie-back", "can-lie-side", "can-lie-belly"}) {
            answers.put(new QuestionId(lying), Answer.YES);
        }
        for (String question : yes) {
            answers.put(new QuestionId(question), Answer.YES);
        }
        triage.answer(
                visitor,
                new Changes(
                        Optional.of(age),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PainScore(pain)),
                        answers));
        programs.today(visitor).ifPresent(begun -> {});
    }

    /**
     * The session of the day, done to its end just now, or to where it hurt.
     *
     * @param change better, same or worse
     * @param hurts whether the last hold of it was stopped for pain
     */
    void session(Visitor visitor, int before, int after, String change, boolean hurts) {
        scripts.ofToday(visitor)
                .ifPresent(script -> records.take(
                        visitor, UuidCreator.getTimeOrderedEpoch(), record(script, before, after, change, hurts)));
    }

    private ObjectNode record(Script script, int before, int after, String change, boolean hurts) {
        ObjectNode record = json.createObjectNode();
        ArrayNode events = json.createArrayNode();
        long at = 0;
        event(events, at, "start");
        Step last = script.steps().reversed().stream()
                .filter(step -> step.role() == Step.Role.HOLD)
                .findFirst()
                .orElseThrow();
        for (Step step : script.steps()) {
            at += step.seconds() * 1000L;
            if (hurts && step.equals(last)) {
                event(events, at, "stop")
                        .put("step", step.id())
                        .put("reason", "pain")
                        .put("pain", Math.min(10, before + 2))
                        .put("where", "hip")
                        .put("heldMs", 4000);
                break;
            }
            event(events, at, "done").put("step", step.id()).put("heldMs", step.seconds() * 1000L);
        }
        event(events, at, "finish");
        record.put("script", script.id().toString())
                .put("revision", script.revision())
                .put("startedAt", now.instant().minus(Duration.ofMillis(at)).toString())
                .put("finishedAt", now.instant().toString());
        record.putObject("clock").put("sentAt", now.instant().toString());
        record.putObject("before").put("pain", before);
        record.putObject("after").put("change", change).put("pain", after);
        record.set("events", events);
        return record;
    }

    private static ObjectNode event(ArrayNode events, long at, String type) {
        return events.addObject().put("n", events.size()).put("atMs", at).put("type", type);
    }

    /** Begins a course with a heat pack; the id of it. */
    UUID warm(Visitor visitor) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        heat.start(
                visitor,
                id,
                new Wish(
                        Way.PACK,
                        15,
                        Wish.QUESTIONS.stream().collect(Collectors.toMap(question -> question, none -> Answer.NO))));
        return id;
    }

    void cool(Visitor visitor, UUID course) {
        heat.look(visitor, course, Course.Skin.FINE);
        heat.finish(visitor, course, Course.How.TIME);
    }

    /** Minutes that are over just now, with the tension before and after. */
    void quiet(Visitor visitor, String kind, int minutes, int before, int after) {
        quiet.take(
                visitor,
                UuidCreator.getTimeOrderedEpoch(),
                new QuietMinutes.Told(
                        kind,
                        now.instant().minus(Duration.ofMinutes(minutes)),
                        Optional.empty(),
                        minutes * 60,
                        Optional.of(new PainScore(before)),
                        Optional.of(new PainScore(after))));
    }

    /** Better for good. */
    void done(Visitor visitor) {
        programs.close(visitor);
    }
}
