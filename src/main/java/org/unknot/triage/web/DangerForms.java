package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.shared.Texts;
import org.unknot.triage.Changes;
import org.unknot.triage.DangerForm;
import org.unknot.triage.DangerLine;
import org.unknot.triage.DangerLine.Standing;
import org.unknot.triage.DangerPage;
import org.unknot.triage.DangerPages;
import org.unknot.triage.Level;
import org.unknot.triage.Told;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/** The danger pages without JavaScript: a tick leads on at once, "none of these" must be pressed, an untouched page is refused. */
@Door(Door.For.ANYONE)
@Controller
class DangerForms {

    private static final String CALL_NOW = "call-now";
    private static final String DOCTOR_FIRST = "doctor-first";
    private static final String REST = "/rest";
    private static final String NONE = "none";
    private static final Pattern AGE = Pattern.compile("\\d{1,3}");
    private static final int OLDEST = 120;

    private final DangerPages pages;
    private final Triage triage;
    private final Asking asking;
    private final Guests guests;
    private final Texts texts;

    DangerForms(DangerPages pages, Triage triage, Asking asking, Guests guests, Texts texts) {
        this.pages = pages;
        this.triage = triage;
        this.asking = asking;
        this.guests = guests;
        this.texts = texts;
    }

    @PostMapping("/call-now")
    ModelAndView callNow(HttpServletRequest request, HttpServletResponse response) {
        return answer(pages.page(CALL_NOW), CALL_NOW, request, response);
    }

    @PostMapping("/doctor-first")
    ModelAndView doctorFirst(HttpServletRequest request, HttpServletResponse response) {
        return answer(pages.page(DOCTOR_FIRST), DOCTOR_FIRST, request, response);
    }

    /** After a self-check: the lines of the page that nobody has answered yet. */
    @GetMapping({"/call-now/rest", "/doctor-first/rest"})
    ModelAndView rest(HttpServletRequest request, Visitor visitor) {
        Optional<Told> told = triage.told(visitor);
        DangerPage rest = restOf(nameOf(request), told);
        String age = told.flatMap(Told::age).map(String::valueOf).orElse("");
        return rest.lines().isEmpty()
                ? SeeOther.at("/questions")
                : show(nameOf(request), rest, new DangerForm(Map.of(), age, List.of()));
    }

    @PostMapping({"/call-now/rest", "/doctor-first/rest"})
    ModelAndView restAnswered(HttpServletRequest request, HttpServletResponse response, Visitor visitor) {
        return answer(restOf(nameOf(request), triage.told(visitor)), nameOf(request), request, response);
    }

    private static String nameOf(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/" + CALL_NOW) ? CALL_NOW : DOCTOR_FIRST;
    }

    private DangerPage restOf(String name, Optional<Told> told) {
        Map<QuestionId, Answer> given = told.map(Told::given).orElse(Map.of());
        return pages.page(name).only(name + REST, line -> line.decides() && line.standing(given) == Standing.OPEN);
    }

    private ModelAndView answer(
            DangerPage page, String name, HttpServletRequest request, HttpServletResponse response) {
        Map<QuestionId, Answer> ticked = ticked(page, request);
        String typedAge =
                Optional.ofNullable(request.getParameter("age")).orElse("").strip();
        Optional<Integer> age = age(typedAge);
        boolean none = request.getParameter(NONE) != null;
        Optional<Level> stop = pages.certainLevel(ticked);

        List<DangerForm.Error> errors = new ArrayList<>();
        if (none && !ticked.isEmpty()) {
            errors.add(new DangerForm.Error(firstInput(page), texts.text("triage.danger.both")));
        } else if (!none && ticked.isEmpty()) {
            errors.add(new DangerForm.Error(firstInput(page), texts.text("triage.danger.untouched")));
        }
        // Somebody who ticked a danger is not held up by a missing age.
        if (name.equals(DOCTOR_FIRST) && age.isEmpty() && stop.isEmpty()) {
            errors.add(new DangerForm.Error("age", texts.text("triage.danger.age")));
        }
        if (!errors.isEmpty()) {
            ModelAndView again = show(name, page, new DangerForm(ticked, typedAge, errors));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Visitor guest = guests.admit(request, response);
        Optional<Triaged> triaged = triage.answer(
                guest,
                new Changes(age, Optional.empty(), Optional.empty(), Optional.empty(), complete(page, ticked, none)));
        return SeeOther.at(stop.map(Asking::pageFor).orElseGet(() -> asking.afterDanger(triage.told(guest), triaged)));
    }

    /** Ticked lines of this page; where both boxes of a line are ticked, yes counts. */
    private static Map<QuestionId, Answer> ticked(DangerPage page, HttpServletRequest request) {
        Map<QuestionId, Answer> ticked = new HashMap<>();
        for (DangerLine line : page.lines()) {
            String[] values = request.getParameterValues(line.id().value());
            if (values != null) {
                boolean yes = List.of(values).contains(Answer.YES.word());
                ticked.put(line.id(), yes ? Answer.YES : Answer.UNSURE);
            }
        }
        return ticked;
    }

    private static Optional<Integer> age(String typed) {
        return Optional.of(typed)
                .filter(text -> AGE.matcher(text).matches())
                .map(Integer::valueOf)
                .filter(years -> years <= OLDEST);
    }

    private static String firstInput(DangerPage page) {
        return page.lines().getFirst().id().value();
    }

    /** The lines left alone are a no when "none" was pressed, or when all that was ticked lets the pages go on. */
    private static Map<QuestionId, Answer> complete(DangerPage page, Map<QuestionId, Answer> ticked, boolean none) {
        Map<QuestionId, Answer> answers = new HashMap<>(ticked);
        boolean goesOn = page.lines().stream()
                .filter(line -> ticked.containsKey(line.id()))
                .allMatch(line -> line.continues() && (ticked.get(line.id()) == Answer.YES || !line.decides()));
        if (none || goesOn) {
            page.lines().forEach(line -> answers.putIfAbsent(line.id(), Answer.NO));
        }
        return answers;
    }

    private static ModelAndView show(String name, DangerPage page, DangerForm form) {
        return new ModelAndView("web/" + name, Map.of("danger", page, "form", form));
    }
}
