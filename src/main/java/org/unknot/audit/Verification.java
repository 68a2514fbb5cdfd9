package org.unknot.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.BadSqlGrammarException;
import org.unknot.audit.Audit.Broken;
import org.unknot.audit.Seals.BrokenDigest;
import org.unknot.audit.Seals.Digest;
import org.unknot.database.DatabaseCommand.Outcome;

/** Reads all of the audit and says in lines what does not fit. */
final class Verification {

    private final Entries entries;
    private final Seals seals;

    Verification(Entries entries, Seals seals) {
        this.entries = entries;
        this.seals = seals;
    }

    /** @param noted a digest that somebody wrote down, in hex */
    Outcome outcome(Optional<String> noted) {
        try {
            return verified(noted);
        } catch (BadSqlGrammarException otherVersion) {
            return new Outcome(
                    List.of(
                            "The audit in this database is of another version of Unknot. Start this version once, then try again."),
                    1);
        }
    }

    private Outcome verified(Optional<String> noted) {
        List<String> lines = new ArrayList<>();
        entries.broken().forEach(broken -> lines.add(line(broken)));
        seals.broken().forEach(broken -> lines.add(line(broken)));
        noted.filter(hash -> found(hash).isEmpty())
                .ifPresent(hash -> lines.add("BROKEN the digest that was noted is not among ours: " + hash));
        int wrong = lines.size();
        noted.flatMap(this::found)
                .ifPresent(digest -> lines.add(
                        "The digest that was noted is number %d, of %s.".formatted(digest.n(), digest.day())));
        List<Long> numbers = seals.numbers();
        lines.add("%d chains, %d entries; %d denials were only counted."
                .formatted(numbers.get(0), numbers.get(1), numbers.get(2)));
        lines.add(seals.last()
                .map(last -> "Last digest: %d of %s, %s".formatted(last.n(), last.day(), last.hash()))
                .orElse("No digest yet: the first is made when the day ends."));
        lines.add(wrong == 0 ? "All of it fits." : wrong + " of it does not fit.");
        return new Outcome(lines, wrong == 0 ? 0 : 1);
    }

    private static String line(Broken broken) {
        return "BROKEN person %s, entry %d: %s"
                .formatted(
                        broken.subject().value(),
                        broken.entry(),
                        broken.how().name().toLowerCase(Locale.ROOT));
    }

    private static String line(BrokenDigest broken) {
        return "BROKEN digest %d of %s: %s".formatted(broken.n(), broken.day(), broken.how());
    }

    private Optional<Digest> found(String hash) {
        return hash.matches("[0-9a-f]{64}") ? seals.noted(HexFormat.of().parseHex(hash)) : Optional.empty();
    }
}
