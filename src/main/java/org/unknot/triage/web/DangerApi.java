package org.unknot.triage.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.shared.QuestionId;
import org.unknot.triage.DangerLine;
import org.unknot.triage.DangerPage;
import org.unknot.triage.DangerPages;
import org.unknot.triage.Level;
import org.unknot.triage.Triage;

/** The danger pages as data, so that a phone without a network judges them by the same words and levels. */
@Door(Door.For.ANYONE)
@RestController
class DangerApi {

    private final Danger danger;

    DangerApi(DangerPages pages, Triage triage) {
        danger = new Danger(
                triage.revision(),
                DangerPages.YOUNGEST,
                pages.all().stream().map(Page::of).toList());
    }

    @GetMapping(path = "/danger.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Danger> danger() {
        return ResponseEntity.ok().eTag(danger.version()).body(danger);
    }

    /** @param youngest age in years below which a doctor comes first */
    record Danger(String version, int youngest, List<Page> pages) {}

    record Page(String id, List<Line> lines) {

        static Page of(DangerPage page) {
            return new Page(page.id(), page.lines().stream().map(Line::of).toList());
        }
    }

    record Line(
            String id,
            String text,
            @Nullable String selfCheck,
            @Nullable String yes,
            boolean continues,
            List<String> shows) {

        static Line of(DangerLine line) {
            return new Line(
                    line.id().value(),
                    line.text(),
                    line.selfCheck().orElse(null),
                    line.yes().map(Level::name).orElse(null),
                    line.continues(),
                    line.shows().stream().map(QuestionId::value).toList());
        }
    }
}
