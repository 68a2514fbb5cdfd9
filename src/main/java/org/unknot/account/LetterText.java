package org.unknot.account;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.unknot.shared.Texts;

/** The words of a letter, as plain text: nothing to load, nothing that tells that it was read. */
@Component
class LetterText {

    private final Texts texts;
    private final PublicAddress address;
    private final ClinicWords clinic;

    LetterText(Texts texts, PublicAddress address, ClinicWords clinic) {
        this.texts = texts;
        this.clinic = clinic;
        this.address = address;
    }

    String subject(Letter letter) {
        return texts.text("account.letter." + letter.kind().key() + ".subject");
    }

    /** The text, the link on a line of its own, and what to do if one did not ask for it. */
    String body(Letter letter, String path) {
        List<String> lines = new ArrayList<>();
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
