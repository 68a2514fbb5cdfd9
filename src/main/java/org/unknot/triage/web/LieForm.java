package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Guests;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.shared.Texts;
import org.unknot.triage.Changes;
import org.unknot.triage.DangerForm;
import org.unknot.triage.Triage;

/** How can you lie? The position chosen is remembered, and its page is the first hold. */
@Controller
class LieForm {

    private static final QuestionId BACK = new QuestionId("can-lie-back");
    private static final QuestionId SIDE = new QuestionId("can-lie-side");
    private static final QuestionId BELLY = new QuestionId("can-lie-belly");

    private static final Map<String, Chosen> POSITIONS = Map.of(
            "back", new Chosen("back-knees-up", Map.of(BACK, Answer.YES)),
            "side", new Chosen("side-pillow", Map.of(SIDE, Answer.YES)),
            "belly", new Chosen("belly-pillow", Map.of(BELLY, Answer.YES)),
            "leaning", new Chosen("leaning", Map.of(BACK, Answer.NO, SIDE, Answer.NO, BELLY, Answer.NO)));

    /** What a choice means: the position of ease it begins, and what it says about lying. */
    private record Chosen(String ease, Map<QuestionId, Answer> answers) {}

    private final Triage triage;
    private final Guests guests;
    private final Texts texts;

    LieForm(Triage triage, Guests guests, Texts texts) {
        this.triage = triage;
        this.guests = guests;
        this.texts = texts;
    }

    @PostMapping("/lie")
    ModelAndView choose(
            @RequestParam(required = false) @Nullable String position,
            HttpServletRequest request,
            HttpServletResponse response) {
        Chosen chosen = position == null ? null : POSITIONS.get(position);
        if (chosen == null) {
            DangerForm form = new DangerForm(
                    Map.of(), "", List.of(new DangerForm.Error("position", texts.text("triage.lie.untouched"))));
            return new ModelAndView("web/lie", Map.of("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        triage.answer(guests.admit(request, response), Changes.of(chosen.answers()));
        return SeeOther.at("/ease/" + chosen.ease());
    }
}
