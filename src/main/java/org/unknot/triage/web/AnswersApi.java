package org.unknot.triage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.modulith.moments.support.Now;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;
import org.unknot.triage.Triaged;
import org.unknot.triage.Verdict;

/** Keeps what the phone asked while it had no network, as the guest's own answers. */
@Door(Door.For.ANYONE)
@RestController
class AnswersApi {

    private static final Set<String> FIELDS =
            AnswersJson.fields("age", "sex", "durationDays", "pain", "answers", "answeredAt");

    private final Triage triage;
    private final Asking asking;
    private final Guests guests;
    private final Now now;

    AnswersApi(Triage triage, Asking asking, Guests guests, Now now) {
        this.triage = triage;
        this.asking = asking;
        this.guests = guests;
        this.now = now;
    }

    @PostMapping(
            path = "/api/answers",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Kept keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswersJson json = AnswersJson.read(request, triage, FIELDS);
        Changes changes = json.changes();
        Instant at = json.instant("answeredAt").orElse(now.instant());
        Visitor guest = guests.admit(request, response);
        Optional<Triaged> triaged = triage.answer(guest, changes, at);
        return Kept.of(triaged.map(Triaged::verdict), asking.next(triage.told(guest), triaged));
    }

    /** @param show the page that follows from it; the verdict is null while the age is not known */
    record Kept(
            @Nullable String disposition,
            List<String> clearedFor,
            @Nullable String nextQuestion,
            @Nullable String recheckAt,
            String show) {

        static Kept of(Optional<Verdict> verdict, String show) {
            return new Kept(
                    verdict.map(it -> it.disposition().level().name()).orElse(null),
                    verdict.map(TriageAnswer::clearedFor).orElse(List.of()),
                    verdict.flatMap(Verdict::nextQuestion)
                            .map(QuestionId::value)
                            .orElse(null),
                    verdict.map(it -> it.recheckAt().toString()).orElse(null),
                    show);
        }
    }
}
