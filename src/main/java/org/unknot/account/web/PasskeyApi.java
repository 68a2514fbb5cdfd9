package org.unknot.account.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.modulith.moments.support.Now;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.Passkeys;
import org.unknot.account.Visitor;
import org.unknot.shared.BadInput;
import org.unknot.shared.PersonId;
import org.unknot.shared.Texts;
import tools.jackson.databind.JsonNode;

/** The two ceremonies of WebAuthn as a browser speaks them: what it is asked to do, and its answer. */
@RestController
@Door(Door.For.ANYONE)
class PasskeyApi {

    private final Passkeys passkeys;
    private final Arrival arrival;
    private final Texts texts;
    private final Now now;

    PasskeyApi(Passkeys passkeys, Arrival arrival, Texts texts, Now now) {
        this.passkeys = passkeys;
        this.arrival = arrival;
        this.texts = texts;
        this.now = now;
    }

    /** What {@code navigator.credentials} is called with; the id goes back with its answer. */
    record Question(UUID id, @JsonRawValue String options) {}

    /** Where to go now. */
    record Arrived(String next) {}

    @PostMapping("/api/passkeys/questions")
    Question toMake(Visitor visitor) {
        return question(passkeys.toMake(
                visitor, texts.text("account.passkey.name", now.today().toString())));
    }

    @PostMapping("/api/passkeys")
    Arrived made(
            Visitor visitor, @RequestBody JsonNode answer, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = passkeys.made(visitor, id(answer), credential(answer), request, response);
        return new Arrived(arrival.pathOf(visitor, person, next(answer)));
    }

    @PostMapping("/api/sign-ins/questions")
    Question toUse() {
        return question(passkeys.toUse());
    }

    @PostMapping("/api/sign-ins")
    Arrived used(
            Visitor visitor, @RequestBody JsonNode answer, HttpServletRequest request, HttpServletResponse response) {
        PersonId person = passkeys.used(id(answer), credential(answer), request, response);
        return new Arrived(arrival.pathOf(visitor, person, next(answer)));
    }

    private static Question question(Passkeys.Challenge challenge) {
        return new Question(challenge.id(), challenge.options());
    }

    private static UUID id(JsonNode answer) {
        try {
            return UUID.fromString(answer.path("id").asString(""));
        } catch (IllegalArgumentException notAnId) {
            throw new BadInput("id", "the id that came with the question", "0190a8c0-0000-7000-8000-000000000000");
        }
    }

    private static String credential(JsonNode answer) {
        return answer.path("credential").toString();
    }

    private static String next(JsonNode answer) {
        return LocalPath.of(answer.path("next").asString(""), "/account");
    }
}
