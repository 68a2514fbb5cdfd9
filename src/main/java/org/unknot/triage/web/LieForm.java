package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.shared.Texts;
import org.unknot.triage.Changes;
import org.unknot.triage.DangerForm;
import org.unknot.triage.Triage;

/** How can you lie? The position chosen is remembered, and its page is the first hold for whom the danger pages cleared. */
@Door(Door.For.ANYONE)
@Controller
class LieForm {

    private static final QuestionId BACK = new QuestionId("can-lie-back");
    private static final QuestionId SIDE = new QuestionId("can-lie-side");
    private static final QuestionId BELLY = new QuestionId("can-lie-belly");

    /** A picture on the page: the hold behind it, and what choosing it says about how a person can lie. */
    private record Position(String ease, Map<QuestionId, Answer> says) {}

    private static final Map<String, Position> POSITIONS = Map.of(
            "back", new Position("back-knees-up", Map.of(BACK, Answer.YES)),
            "side", new Position("side-pillow", Map.of(SIDE, Answer.YES)),
            "belly", new Position("belly-pillow", Map.of(BELLY, Answer.YES)),
            "leaning", new Position("leaning", Map.of(BACK, Answer.NO, SIDE, Answer.NO, BELLY, Answer.NO)));

    private final Triage triage;
    private final Asking asking;
    private final Guests guests;
    private final Texts texts;

    LieForm(Triage triage, Asking asking, Guests guests, Texts texts) {
        this.triage = triage;
        this.asking = asking;
        this.guests = guests;
        this.texts = texts;
    }

    @PostMapping("/lie")
    ModelAndView choose(
            @RequestParam(name = "position", required = false) @Nullable String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        Position position = chosen == null ? null : POSITIONS.get(chosen);
        if (position == null) {
            DangerForm form = new DangerForm(
                    Map.of(), "", List.of(new DangerForm.Error("position", texts.text("triage.lie.untouched"))));
            return new ModelAndView("web/lie", Map.of("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Visitor guest = guests.admit(request, response);
        Optional<String> before = asking.beforeEase(triage.told(guest), triage.current(guest));
        triage.answer(guest, Changes.of(position.says()));
        return SeeOther.at(before.orElse("/ease/" + position.ease()));
    }
}
