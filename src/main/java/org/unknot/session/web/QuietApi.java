package org.unknot.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.session.QuietMinutes;
import org.unknot.shared.BadInput;
import org.unknot.shared.PainScore;
import org.unknot.shared.PhoneTime;
import tools.jackson.databind.JsonNode;

/** Quiet minutes as a phone tells of them. The same may come any number of times. */
@Door(Door.For.ANYONE)
@RestController
class QuietApi {

    private static final int A_DAY = 86_400;

    private final QuietMinutes quiet;
    private final Guests guests;

    QuietApi(QuietMinutes quiet, Guests guests) {
        this.quiet = quiet;
        this.guests = guests;
    }

    /** What the server says to quiet minutes: that they are kept. */
    record Kept(UUID id, boolean first) {}

    /** On how many of the last seven days there were some. */
    record WeekAnswer(int quietDays, int of, boolean today, List<LocalDate> days) {}

    /** 201 when it came for the first time, 200 after that. */
    @PutMapping("/api/quiet/{id}")
    ResponseEntity<Kept> take(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            HttpServletRequest request,
            HttpServletResponse response) {
        QuietMinutes.Told told = told(body);
        boolean first = quiet.take(guests.admit(request, response), id, told);
        return ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(new Kept(id, first));
    }

    @GetMapping("/api/quiet/days")
    ResponseEntity<WeekAnswer> days(Visitor visitor, @RequestParam(defaultValue = "") String zone) {
        QuietMinutes.Week week = quiet.week(visitor, zone(zone));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new WeekAnswer(
                        week.quietDays(),
                        QuietMinutes.DAYS,
                        week.days().getLast().quiet(),
                        week.days().stream()
                                .filter(QuietMinutes.Day::quiet)
                                .map(QuietMinutes.Day::date)
                                .toList()));
    }

    private QuietMinutes.Told told(JsonNode body) {
        String kind = body.path("kind").stringValue("");
        if (!QuietMinutes.KINDS.contains(kind)) {
            throw new BadInput(
                    "kind",
                    "one of "
                            + String.join(
                                    ", ", QuietMinutes.KINDS.stream().sorted().toList()),
                    "breathing");
        }
        JsonNode seconds = body.path("seconds");
        if (!seconds.isInt() || seconds.intValue() < 0 || seconds.intValue() > A_DAY) {
            throw new BadInput("seconds", "a whole number from 0 to " + A_DAY, "600");
        }
        Instant startedAt = time(body.path("startedAt"), "startedAt")
                .orElseThrow(() -> new BadInput("startedAt", "a time in UTC", PhoneTime.EXAMPLE));
        Optional<Instant> sentAt = time(body.path("clock").path("sentAt"), "clock.sentAt");
        return new QuietMinutes.Told(
                kind,
                quiet.byOurClock(startedAt, sentAt),
                zone(body.path("zone").stringValue("")),
                seconds.intValue(),
                tension(body.path("before"), "before"),
                tension(body.path("after"), "after"));
    }

    private static Optional<PainScore> tension(JsonNode node, String field) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > 10) {
            throw new BadInput(field, "a whole number from 0 to 10", "4");
        }
        return Optional.of(new PainScore(node.intValue()));
    }

    /** A zone that nobody knows is no reason to lose a fact: the clinic's counts instead. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty(); // a newer phone may know a zone that we do not
        }
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(PhoneTime.read(node.stringValue(""), field));
    }
}
