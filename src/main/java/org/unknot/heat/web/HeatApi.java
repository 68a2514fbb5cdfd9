package org.unknot.heat.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.moments.support.Now;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.heat.Course;
import org.unknot.heat.Facts;
import org.unknot.heat.Heat;
import org.unknot.heat.Refusal;
import org.unknot.shared.Texts;
import tools.jackson.databind.JsonNode;

/** Heat as a phone asks for it and tells of it. The same course may come any number of times. */
@Door(Door.For.ANYONE)
@RestController
class HeatApi {

    private final Heat heat;
    private final Guests guests;
    private final Texts texts;
    private final Now now;

    HeatApi(Heat heat, Guests guests, Texts texts, Now now) {
        this.heat = heat;
        this.guests = guests;
        this.texts = texts;
        this.now = now;
    }

    /** A rule that speaks against heat, in words. */
    record Against(String rule, String why, String instead, String link, String citation) {}

    /** Whether heat may start, as far as is known without its own questions. */
    record StandingAnswer(
            List<Against> refusals,
            @Nullable Instant restsUntil,
            @Nullable CourseAnswer running,
            boolean pregnant,
            Instant goodUntil) {}

    /** A course, with what is left of it by our clock. */
    record CourseAnswer(
            UUID id,
            boolean first,
            String way,
            int minutes,
            Instant startedAt,
            Instant endsAt,
            long leftMs,
            @Nullable Instant endedAt,
            @Nullable String how,
            @Nullable String skin,
            List<String> flags) {}

    /** What speaks against the course that was asked for. */
    record RefusedAnswer(
            List<Against> refusals,
            @Nullable Instant restsUntil,
            @Nullable CourseAnswer running) {}

    @GetMapping("/api/heat/standing")
    ResponseEntity<StandingAnswer> standing(Visitor visitor) {
        Heat.Standing standing = heat.standing(visitor);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new StandingAnswer(
                        standing.refusals().stream().map(this::against).toList(),
                        standing.restsUntil().orElse(null),
                        standing.running().map(course -> answer(course, false)).orElse(null),
                        standing.pregnant(),
                        standing.goodUntil()));
    }

    /** 201 for a course that came for the first time, 200 after that, 409 with what speaks against one that may not start. */
    @PutMapping("/api/heat/courses/{id}")
    ResponseEntity<Object> take(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            HttpServletRequest request,
            HttpServletResponse response) {
        HeatReader.Told told = HeatReader.read(body);
        Heat.Start start = told.offline()
                ? heat.takeIn(guests.admit(request, response), id, facts(told))
                : heat.start(visitor, id, told.wish());
        return switch (start) {
            case Heat.Start.Begun begun -> {
                Course course = added(visitor, begun, told);
                yield ResponseEntity.status(begun.first() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(answer(course, begun.first()));
            }
            case Heat.Start.Runs runs ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new RefusedAnswer(List.of(), null, answer(runs.course(), false)));
            case Heat.Start.Refused refused ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new RefusedAnswer(
                                refused.refusals().stream().map(this::against).toList(),
                                refused.restsUntil().orElse(null),
                                null));
        };
    }

    private Facts facts(HeatReader.Told told) {
        return new Facts(told.wish(), told.startedAt().orElseGet(now::instant), told.end(), told.skin(), told.sentAt());
    }

    /** What this sending adds to a course that is there: its end, and how the skin looked. */
    private Course added(Visitor visitor, Heat.Start.Begun begun, HeatReader.Told told) {
        if (told.offline() && begun.first()) {
            return begun.course();
        }
        UUID id = begun.course().id();
        told.end().ifPresent(end -> heat.finish(visitor, id, end, told.sentAt()));
        told.skin().ifPresent(skin -> heat.look(visitor, id, skin));
        return told.end().isPresent() || told.skin().isPresent() ? heat.course(visitor, id) : begun.course();
    }

    private CourseAnswer answer(Course course, boolean first) {
        long left = Duration.between(now.instant(), course.endsAt()).toMillis();
        Optional<Course.End> end = course.end();
        return new CourseAnswer(
                course.id(),
                first,
                course.way().word(),
                course.minutes(),
                course.startedAt(),
                course.endsAt(),
                end.isPresent() ? 0 : Math.max(0, left),
                end.map(Course.End::at).orElse(null),
                end.map(Course.End::how).map(Course.How::word).orElse(null),
                course.skin().map(Course.Skin::word).orElse(null),
                course.flags().stream().map(Course.Flag::word).toList());
    }

    private Against against(Refusal refusal) {
        return new Against(
                refusal.id(),
                texts.text("heat.refusal." + refusal.id()),
                texts.text("heat.instead." + refusal.id()),
                refusal.link(),
                refusal.citation());
    }
}
