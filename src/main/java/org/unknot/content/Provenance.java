package org.unknot.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a piece of content comes from and who answers for it.
 *
 * @param article heading of the article's paragraph it follows, or empty
 * @param citations keys into docs/clinical/sources.md
 * @param signature the clinician who signed it, if one did
 */
public record Provenance(
        String article, List<String> citations, String licence, String author, Optional<Signature> signature) {

    /** What a content file says about its review until somebody signs. */
    public static final String UNREVIEWED = "not yet reviewed by a clinician";

    public Provenance {
        citations = List.copyOf(citations);
    }

    public boolean reviewed() {
        return signature.isPresent();
    }

    /** A registered clinician's name and the day of signing. */
    public record Signature(String by, LocalDate on) {}
}
