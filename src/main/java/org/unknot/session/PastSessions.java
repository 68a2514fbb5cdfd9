package org.unknot.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.unknot.program.SessionReport.After;
import org.unknot.program.SessionReport.ItemOutcome;
import org.unknot.program.StepOutcome;
import org.unknot.session.SessionStore.Told;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What somebody did in guided sessions, looked back on. For callers whose request has passed the gate. */
@Service
public class PastSessions {

    private final SessionStore store;
    private final Scripts scripts;
    private final JsonMapper json;

    PastSessions(SessionStore store, Scripts scripts, JsonMapper json) {
        this.store = store;
        this.scripts = scripts;
        this.json = json;
    }

    /**
     * One session.
     *
     * @param held how long positions were held, all sides together
     * @param items how each exercise went, by its title, in the order of the session
     * @param stale the plan had changed since the session was made
     * @param forbidden exercises that were not allowed any more when the record came
     */
    public record Past(
            Instant startedAt,
            Duration held,
            List<Item> items,
            Optional<PainScore> before,
            Optional<After> after,
            boolean stale,
            List<String> forbidden) {

        public Past {
            items = List.copyOf(items);
            forbidden = List.copyOf(forbidden);
        }

        public long count(Class<? extends StepOutcome> kind) {
            return items.stream()
                    .filter(item -> kind.isInstance(item.outcome()))
                    .count();
        }
    }

    /** How one exercise went. */
    public record Item(String title, StepOutcome outcome) {}

    /** The newest first, in one query. */
    @Transactional(readOnly = true)
    public List<Past> of(PersonId person, int most) {
        return store.newest(person, most).stream().map(this::past).toList();
    }

    private Past past(Told told) {
        Script script = told.script()
                .map(body -> json.readValue(body, Script.class))
                .orElseGet(() -> scripts.made(told.record().script()).script());
        SessionRecord run = RecordReader.read(
                told.record().id(), json.readTree(told.record().body()));
        Map<String, String> titles =
                script.steps().stream().collect(Collectors.toMap(Step::exercise, Step::title, (first, other) -> first));
        return new Past(
                told.record().startedAt(),
                Duration.ofSeconds(HeldSeconds.of(script, run.events()).values().stream()
                        .flatMap(by -> Stream.of(by.left(), by.right(), by.none()))
                        .mapToLong(Number::longValue)
                        .sum()),
                Outcomes.of(script, run).stream()
                        .map(item -> item(item, titles))
                        .toList(),
                run.before(),
                run.after(),
                told.record().stale(),
                told.record().forbidden());
    }

    private static Item item(ItemOutcome item, Map<String, String> titles) {
        String id = item.exercise().value();
        return new Item(titles.getOrDefault(id, id), item.outcome());
    }
}
