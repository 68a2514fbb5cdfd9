package org.unknot.account;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.unknot.shared.Texts;

/** The words of a letter, as plain text: nothing to load, nothing that tells that it was read. */
@Component
class LetterText {

    private final Texts texts;
    private final PublicAddress address;
    private final ClinicWords clinic;
    private final boolean demo;

    LetterText(Texts texts, PublicAddress address, ClinicWords clinic, @Value("${unknot.demo}") boolean demo) {
        this.texts = texts;
        this.clinic = clinic;
        this.address = address;
        this.demo = demo;
    }

    String subject(Letter letter) {
        return texts.text("account.letter." + letter.kind().key() + ".subject");
    }

    /** The text, the link on a line of its own, and what to do if one did not ask for it. */
    String body(Letter letter, String path) {
        List<String> lines = new ArrayList<>();
        if (demo) {
            lines.add(texts.text("demo.taken"));
        }
        lines.add(texts.text(
                "account.letter." + letter.kind().key() + ".text",
                letter.words().toArray()));
        lines.add(address.origin() + path);
        lines.add(texts.text("account.letter." + letter.kind().key() + ".not-you"));
        if (!clinic.underLetters().isEmpty()) {
            lines.add(clinic.underLetters());
        }
        lines.add(texts.text("account.letter.from"));
        return String.join("\n\n", lines) + "\n";
    }
}
