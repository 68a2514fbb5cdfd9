package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.triage.Changes;
import org.unknot.triage.Question;
import org.unknot.triage.Stage;
import org.unknot.triage.Told;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/** One question a screen. What was answered before is shown as chosen; what decides nothing any more is not asked. */
@Door(Door.For.ANYONE)
@Controller
class QuestionPages {

    private static final String FROM_PLAN = "plan";

    private final Triage triage;
    private final Asking asking;
    private final Screens screens;
    private final Guests guests;

    QuestionPages(Triage triage, Asking asking, Screens screens, Guests guests) {
        this.triage = triage;
        this.asking = asking;
        this.screens = screens;
        this.guests = guests;
    }

    /** The next question that still decides something, or the result. */
    @GetMapping("/questions")
    ModelAndView next(Visitor visitor) {
        return SeeOther.at(asking.next(triage.told(visitor), triage.current(visitor)));
    }

    /** The next refusal of heat that is open, or the page on heat. */
    @GetMapping("/questions/heat")
    ModelAndView nextOfHeat(Visitor visitor) {
        List<Question> heat = triage.questionnaire().stream()
                .filter(question -> question.stage() == Stage.HEAT)
                .toList();
        return SeeOther.at(heat.stream()
                .filter(question -> triage.told(visitor)
                        .filter(told -> told.given().containsKey(question.id()))
                        .isEmpty())
                .findFirst()
                .map(question -> "/questions/" + question.id().value())
                .orElse("/heat"));
    }

    @GetMapping("/questions/{id}")
    ModelAndView ask(@PathVariable String id, @RequestParam(required = false) @Nullable String from, Visitor visitor) {
        Screen screen = screen(id);
        Optional<Told> told = triage.told(visitor);
        return show(screen, told, from, Optional.empty());
    }

    @PostMapping("/questions/{id}")
    ModelAndView answer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String answer,
            @RequestParam(required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response,
            Visitor visitor) {
        Screen screen = screen(id);
        Optional<Changes> changes =
                Optional.ofNullable(answer).map(String::strip).flatMap(screen::read);
        if (changes.isEmpty()) {
            ModelAndView again = show(
                    screen,
                    triage.told(visitor),
                    from,
                    Optional.ofNullable(answer).or(() -> Optional.of("")));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Visitor guest = guests.admit(request, response);
        Optional<Triaged> triaged = triage.answer(guest, changes.get());
        return SeeOther.at(after(screen, from, triage.told(guest), triaged));
    }

    private Screen screen(String id) {
        return screens.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String after(Screen screen, @Nullable String from, Optional<Told> told, Optional<Triaged> triaged) {
        return switch (screen.stage()) {
            case DANGER -> asking.afterDanger(told, triaged);
            case HEAT -> "/questions/heat";
            case EXERCISE -> "/plan";
            case CLUSTER, SHAPE -> FROM_PLAN.equals(from) ? "/plan" : "/questions";
        };
    }

    /** @param refused what was typed and could not be used; empty on a first look */
    private ModelAndView show(Screen screen, Optional<Told> told, @Nullable String from, Optional<String> refused) {
        ModelAndView view = new ModelAndView(screen.view());
        view.addObject("screen", screen);
        view.addObject("chosen", refused.or(() -> told.flatMap(screen::chosen)).orElse(""));
        view.addObject("refused", refused.isPresent());
        view.addObject("from", FROM_PLAN.equals(from) ? FROM_PLAN : "");
        view.addObject("back", FROM_PLAN.equals(from) ? "/plan" : screens.before(screen, told));
        return view;
    }
}
