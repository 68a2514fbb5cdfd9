package org.unknot.guidance.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.unknot.account.Door;
import org.unknot.guidance.Guidance;
import org.unknot.guidance.Topic;

/** What there is to read, sorted by what brings somebody here; and who helps with what. */
@Door(Door.For.ANYONE)
@Controller
class LearnPages {

    private final Guidance guidance;

    LearnPages(Guidance guidance) {
        this.guidance = guidance;
    }

    @GetMapping("/learn")
    ModelAndView index() {
        List<Shelf> shelves = Arrays.stream(Topic.Need.values())
                .map(need -> new Shelf(
                        need,
                        guidance.topics().stream()
                                .filter(topic -> topic.need() == need)
                                .toList()))
                .toList();
        return new ModelAndView("guidance/learn", Map.of("shelves", shelves));
    }

    @GetMapping("/learn/{id}")
    ModelAndView topic(@PathVariable String id) {
        Topic topic = guidance.topic(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "guidance/topic",
                Map.of(
                        "topic",
                        topic,
                        "others",
                        topic.seeAlso().stream()
                                .flatMap(other -> guidance.topic(other).stream())
                                .toList(),
                        "links",
                        guidance.clinic().linksOf(id)));
    }

    @GetMapping("/learn/whom-to-see")
    ModelAndView whomToSee() {
        return new ModelAndView("guidance/whom", Map.of("whom", guidance.whom(), "clinic", guidance.clinic()));
    }
}
