package org.unknot.triage.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Visitor;
import org.unknot.triage.Level;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;

/** The care card: how soon to see whom, why, what to do meanwhile and what to watch for. */
@Door(Door.For.ANYONE)
@Controller
class ResultPage {

    private final Triage triage;
    private final CareCard card;
    private final Asking asking;

    ResultPage(Triage triage, CareCard card, Asking asking) {
        this.triage = triage;
        this.card = card;
        this.asking = asking;
    }

    @GetMapping("/result")
    ModelAndView result(Visitor visitor) {
        Optional<Triaged> current = triage.current(visitor);
        return current.map(triaged -> card(visitor, triaged))
                .orElseGet(() -> SeeOther.at(asking.next(triage.told(visitor), current)));
    }

    private ModelAndView card(Visitor visitor, Triaged triaged) {
        String next = asking.next(triage.told(visitor), Optional.of(triaged));
        Level level = triaged.verdict().disposition().level();
        return new ModelAndView(
                "triage/result",
                Map.of(
                        "verdict", triaged.verdict(),
                        "level", level.word(),
                        "card", card.name(triaged.verdict()),
                        "advice", card.advice(triaged.verdict()),
                        "line", card.line(level),
                        "next", next.equals("/result") ? "" : next));
    }
}
