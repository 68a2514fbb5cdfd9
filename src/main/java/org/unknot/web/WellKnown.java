package org.unknot.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.modulith.moments.support.Now;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unknot.account.Door;
import org.unknot.account.PublicAddress;
import org.unknot.guidance.Guidance;
import org.unknot.shared.BadInput;

/** Whom to tell of a hole, at the address that those who look for holes know by heart (RFC 9116). */
@RestController
@Door(Door.For.ANYONE)
class WellKnown {

    /** RFC 9116 asks for less than a year. */
    private static final Duration VALID = Duration.ofDays(180);

    private static final Pattern MAIL = Pattern.compile("[^\\s@:/<>]+@[^\\s@:/<>]+");
    private static final Pattern ADDRESS = Pattern.compile("(mailto:|https://|tel:)[\\x21-\\x7e]+");

    private final Optional<String> contact;
    private final Guidance guidance;
    private final PublicAddress address;
    private final Now now;

    WellKnown(@Value("${unknot.security-contact}") String contact, Guidance guidance, PublicAddress address, Now now) {
        this.contact = contact.isBlank() ? Optional.empty() : Optional.of(uri(contact.strip()));
        this.guidance = guidance;
        this.address = address;
        this.now = now;
    }

    private static String uri(String contact) {
        String uri = MAIL.matcher(contact).matches() ? "mailto:" + contact : contact;
        if (!ADDRESS.matcher(uri).matches()) {
            throw new BadInput("UNKNOT_SECURITY_CONTACT", "an e-mail or https address", "security@back.example.org");
        }
        return uri;
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> security() {
        Optional<String> whom = contact.or(this::clinic);
        if (whom.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String canonical = address.isSet() ? "Canonical: " + address.origin() + "/.well-known/security.txt\n" : "";
        String text = "Contact: " + whom.get() + "\nExpires: "
                + now.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS) + "\nPreferred-Languages: en\n" + canonical;
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }

    private Optional<String> clinic() {
        return Optional.of(guidance.clinic().email())
                .filter(mail -> MAIL.matcher(mail).matches())
                .map(mail -> "mailto:" + mail);
    }
}
