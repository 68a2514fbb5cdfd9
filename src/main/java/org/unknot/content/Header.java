package org.unknot.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The fields that every content file begins with: its id and where it comes from. */
final class Header {

    private Header() {}

    static Provenance read(Section section, String fileId) {
        String id = section.id("id", fileId);
        if (!id.equals(fileId) && section.has("id")) {
            section.refuse("id", "the name of the file, " + fileId + ", got " + id, "id: " + fileId);
        }
        return section.section(
                "source",
                "{article: Knee to chest, citations: [S25]}",
                source -> new Provenance(
                        source.optionalText("article", "Knee to chest").orElse(""),
                        source.optionalTexts("citations", "S25"),
                        section.text("licence", "CC-BY-4.0"),
                        section.text("author", "Unknot authors"),
                        review(section)));
    }

    private static Optional<Provenance.Signature> review(Section section) {
        String unreviewed = "review: " + Provenance.UNREVIEWED;
        if (section.isText("review")) {
            String review = section.text("review", unreviewed);
            if (!review.equals(Provenance.UNREVIEWED)) {
                section.refuse(
                        "review",
                        "\"" + Provenance.UNREVIEWED + "\" or who signed and when, got " + review,
                        unreviewed);
            }
            return Optional.empty();
        }
        return Optional.of(section.section(
                "review",
                Provenance.UNREVIEWED,
                signed -> new Provenance.Signature(
                        signed.text("by", "by: Dr Ana Example, physiotherapist"), day(signed))));
    }

    private static LocalDate day(Section signed) {
        String on = signed.text("on", "on: 2026-12-01");
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException notADay) {
            signed.refuse("on", "a day as year-month-day, got " + on, "on: 2026-12-01");
            return LocalDate.EPOCH;
        }
    }
}
