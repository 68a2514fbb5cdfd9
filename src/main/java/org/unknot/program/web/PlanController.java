package org.unknot.program.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Visitor;
import org.unknot.calendar.Calendar;
import org.unknot.program.Choice;
import org.unknot.program.Doing;
import org.unknot.program.LeftOut;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.program.Tomorrow;
import org.unknot.program.Words;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Question;
import org.unknot.triage.Triage;

/** The plan of today and the look at tomorrow, as pages that need no script. */
@Door(Door.For.ANYONE)
@Controller
class PlanController {

    private static final String PLAN = "redirect:/plan";
    private static final String START = "redirect:/call-now";
    private static final QuestionId PAIN = new QuestionId("pain");

    private final Programs programs;
    private final Triage triage;
    private final Calendar calendar;

    PlanController(Programs programs, Triage triage, Calendar calendar) {
        this.programs = programs;
        this.triage = triage;
        this.calendar = calendar;
    }

    @GetMapping("/plan")
    ModelAndView plan(Visitor visitor) {
        return page(visitor, List.of(), HttpStatus.OK);
    }

    @GetMapping({"/tomorrow", "/plan/tomorrow"})
    ModelAndView tomorrow(Visitor visitor) {
        Optional<Tomorrow> tomorrow = programs.tomorrow(visitor);
        return tomorrow.map(found -> new ModelAndView(
                        "program/tomorrow",
                        Map.of("tomorrow", found, "plan", shown(found.expected(), Map.of(), List.of()))))
                .orElseGet(() -> new ModelAndView(START));
    }

    @PostMapping("/plan/choices")
    ModelAndView choose(
            Visitor visitor,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String choice) {
        try {
            programs.choose(visitor, item, Choice.of(choice));
            return new ModelAndView(PLAN);
        } catch (BadInput wrong) {
            Words text = new Words("program.plan.choice.wrong", List.of(wrong.expected(), wrong.example()));
            return page(visitor, List.of(new PlanPage.Problem("items", text)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/plan/pain")
    ModelAndView pain(Visitor visitor, @RequestParam(required = false) @Nullable String pain) {
        if (pain == null || !pain.matches("[0-9]|10")) {
            Words text = new Words("program.plan.pain.missing", List.of());
            return page(visitor, List.of(new PlanPage.Problem("pain-0", text)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (visitor.person().isEmpty()) {
            return new ModelAndView(START);
        }
        programs.hurts(visitor, new PainScore(Integer.parseInt(pain)));
        return new ModelAndView(PLAN);
    }

    @PostMapping("/plan/closing")
    ModelAndView better(Visitor visitor) {
        if (visitor.person().isEmpty()) {
            return new ModelAndView(START);
        }
        programs.close(visitor);
        return new ModelAndView(PLAN);
    }

    @PostMapping("/plan/reopening")
    ModelAndView notBetterAfterAll(Visitor visitor) {
        if (visitor.person().isEmpty()) {
            return new ModelAndView(START);
        }
        programs.reopen(visitor);
        return new ModelAndView(PLAN);
    }

    private ModelAndView page(Visitor visitor, List<PlanPage.Problem> errors, HttpStatus status) {
        Optional<Program> program = programs.today(visitor);
        if (program.isEmpty()) {
            return new ModelAndView(START);
        }
        return new ModelAndView(
                "program/plan", Map.of("plan", shown(program.get(), programs.doneToday(visitor), errors)), status);
    }

    private PlanPage shown(Program program, Map<Doing.Item, Duration> had, List<PlanPage.Problem> errors) {
        return new PlanPage(
                program,
                program.phase().name().toLowerCase(Locale.ROOT),
                program.level().word(),
                program.items().stream()
                        .map(item -> Card.of(item, program.chosen().contains(item.id()), had))
                        .toList(),
                program.leftOut().stream().map(this::missing).toList(),
                program.closedAt().map(this::inWords),
                errors);
    }

    private String inWords(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag("en-AU"))
                .format(at.atZone(calendar.zone()));
    }

    private PlanPage.Missing missing(LeftOut left) {
        return new PlanPage.Missing(
                left.item(),
                left.title(),
                left.why(),
                left.byChoice(),
                left.answerFirst().flatMap(this::open));
    }

    private Optional<PlanPage.Open> open(QuestionId question) {
        if (question.equals(PAIN)) {
            return Optional.of(new PlanPage.Open("#pain", new Words("program.plan.pain.answer", List.of())));
        }
        return triage.find(question)
                .map(Question::text)
                .map(text -> new PlanPage.Open(
                        "/questions/" + question.value(), new Words("program.plan.answer", List.of(text))));
    }
}
