package org.unknot.triage.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Stage;
import org.unknot.triage.Told;
import org.unknot.triage.Triage;

/** Every screen by its address, in the order of asking. */
@Component
class Screens {

    static final QuestionId OVER_THREE_MONTHS = new QuestionId("over-3-months");

    private final List<Screen> all;

    Screens(Triage triage) {
        Stream<Screen> numbers = Stream.of(new Screen.Age(), new Screen.Pain(), new Screen.Began());
        Stream<Screen> questions = triage.questionnaire().stream().map(Screen.YesNo::new);
        all = Stream.concat(numbers, questions).toList();
    }

    Optional<Screen> find(String id) {
        return all.stream().filter(screen -> screen.id().equals(id)).findFirst();
    }

    /** The screen answered last before this one, else the danger page or start it came from. */
    String before(Screen screen, Optional<Told> told) {
        if (screen.stage() == Stage.DANGER) {
            return screen instanceof Screen.YesNo(var question)
                    ? "/" + question.page().orElse("")
                    : "/doctor-first";
        }
        Optional<Screen> last = all.stream()
                .takeWhile(other -> !other.equals(screen))
                .filter(other -> other.stage() == screen.stage() || isFlow(other) && isFlow(screen))
                .filter(other -> told.flatMap(other::chosen).isPresent())
                .reduce((first, second) -> second);
        return last.map(other -> "/questions/" + other.id()).orElse(isFlow(screen) ? "/lie" : "/plan");
    }

    private static boolean isFlow(Screen screen) {
        return screen.stage() == Stage.CLUSTER || screen.stage() == Stage.SHAPE;
    }
}
