package org.unknot.triage;

import static org.unknot.triage.Condition.all;
import static org.unknot.triage.Condition.any;
import static org.unknot.triage.Condition.mentioned;
import static org.unknot.triage.Condition.told;
import static org.unknot.triage.Prompt.CALL_NOW;
import static org.unknot.triage.Prompt.DOCTOR_FIRST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unknot.shared.QuestionId;

/** Every question there is, in the order of asking. Who is asked what follows clinical.md §1.2 and design.md §4a. */
final class Prompts {

    private static final Condition EVERYBODY = new Condition.AgeFrom(0);
    private static final Condition PERHAPS_SEVERE = new Condition.PainFrom(RedFlags.SEVERE);
    private static final Condition BRITTLE = any(new Condition.AgeFrom(50), mentioned("osteoporosis"));
    private static final Condition MAY_BE_PREGNANT =
            all(new Condition.NotMale(), new Condition.AgeFrom(10), new Condition.AgeUnder(56));

    static final List<Prompt> ALL = Stream.of(
                    danger(
                            CALL_NOW,
                            "trauma",
                            "blood-thinner-blow",
                            "chest-pain",
                            "saddle-numb",
                            "bladder-change",
                            "bowel-change",
                            "sexual-change",
                            "both-legs-new",
                            "weakness-fast",
                            "pregnancy-danger"),
                    danger(
                            DOCTOR_FIRST,
                            "fever",
                            "leg-weak",
                            "arms-or-walk",
                            "belly-pulse",
                            "urine",
                            "cancer",
                            "infection-risk",
                            "fragile-fall"),
                    cluster(PERHAPS_SEVERE, "no-position-eases", "other-blow"),
                    cluster(EVERYBODY, "old-bladder-bowel-saddle", "confused-or-thirsty"),
                    cluster(BRITTLE, "sudden-midline"),
                    cluster(EVERYBODY, "weight-loss", "constant-night", "leg-pain", "below-knee"),
                    cluster(told("leg-pain"), "legs-long-standing"),
                    cluster(BRITTLE, "lost-height"),
                    cluster(new Condition.DaysFrom(RedFlags.FOUR_WEEKS), "not-better"),
                    cluster(
                            EVERYBODY,
                            "over-3-months",
                            "axspa-before-45",
                            "axspa-before-35",
                            "axspa-night",
                            "axspa-buttock",
                            "axspa-moving",
                            "axspa-nsaid",
                            "axspa-family",
                            "axspa-joints",
                            "axspa-heel",
                            "axspa-skin",
                            "axspa-eye-or-bowel"),
                    shape(EVERYBODY, "osteoporosis", "worse-bending", "worse-arching", "worse-twisting"),
                    beside(DOCTOR_FIRST, MAY_BE_PREGNANT, "pregnant"),
                    beside(DOCTOR_FIRST, told("pregnant"), "pregnant-16"),
                    beside(DOCTOR_FIRST, told("pregnant-16"), "pregnant-28"),
                    shape(told("pregnant"), "pelvic-girdle", "prone-uncomfortable"),
                    shape(EVERYBODY, "can-lie-back", "can-lie-side", "can-lie-belly"),
                    plain(
                            Stage.EXERCISE,
                            EVERYBODY,
                            "hip-precautions",
                            "knee-replacement",
                            "recent-surgery",
                            "slipped-vertebra",
                            "known-stenosis",
                            "glaucoma",
                            "high-blood-pressure",
                            "vertigo",
                            "wrist-trouble",
                            "shoulder-trouble",
                            "knee-trouble",
                            "neck-trouble"),
                    plain(
                            Stage.HEAT,
                            EVERYBODY,
                            "reduced-feeling",
                            "poor-circulation",
                            "skin-broken",
                            "heat-rub-or-patch",
                            "sleepy-or-alcohol",
                            "cancer-or-radiation-site",
                            "fresh-swelling"))
            .flatMap(Function.identity())
            .toList();

    private static final Map<QuestionId, Prompt> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Prompt::id, prompt -> prompt));
    private static final List<Prompt> DANGER_LINES =
            ALL.stream().filter(Prompt::dangerLine).toList();
    private static final Map<QuestionId, Integer> PLACES = IntStream.range(0, ALL.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(place -> ALL.get(place).id(), place -> place + 1));

    private Prompts() {}

    static boolean exists(QuestionId id) {
        return BY_ID.containsKey(id);
    }

    static Prompt prompt(QuestionId id) {
        Prompt prompt = BY_ID.get(id);
        if (prompt == null) {
            throw new IllegalArgumentException("No such question: " + id.value());
        }
        return prompt;
    }

    /** A question's place in the order of asking, from 1. */
    static int place(QuestionId id) {
        return PLACES.getOrDefault(id, 0);
    }

    static Stream<Prompt> of(Stage stage) {
        return ALL.stream().filter(prompt -> prompt.stage() == stage);
    }

    static Stream<Prompt> dangerLines() {
        return DANGER_LINES.stream();
    }

    /** Each danger question is followed by the self-check that a "not sure" opens. */
    private static Stream<Prompt> danger(String page, String... ids) {
        return Stream.of(ids).flatMap(name -> {
            QuestionId id = new QuestionId(name);
            QuestionId check = new QuestionId(name + "-check");
            Optional<String> on = Optional.of(page);
            return Stream.of(
                    new Prompt(id, Stage.DANGER, on, Optional.of(check), Optional.empty(), EVERYBODY),
                    new Prompt(check, Stage.DANGER, on, Optional.empty(), Optional.of(id), EVERYBODY));
        });
    }

    /** A question on a danger page that is no danger itself. */
    private static Stream<Prompt> beside(String page, Condition when, String id) {
        return Stream.of(new Prompt(
                new QuestionId(id), Stage.SHAPE, Optional.of(page), Optional.empty(), Optional.empty(), when));
    }

    private static Stream<Prompt> cluster(Condition when, String... ids) {
        return plain(Stage.CLUSTER, when, ids);
    }

    private static Stream<Prompt> shape(Condition when, String... ids) {
        return plain(Stage.SHAPE, when, ids);
    }

    private static Stream<Prompt> plain(Stage stage, Condition when, String... ids) {
        return Stream.of(ids)
                .map(id -> new Prompt(
                        new QuestionId(id), stage, Optional.empty(), Optional.empty(), Optional.empty(), when));
    }
}
