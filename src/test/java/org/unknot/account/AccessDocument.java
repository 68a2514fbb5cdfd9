package org.unknot.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unknot.account.AccessRule.Who.GlassBreaker;
import org.unknot.account.AccessRule.Who.LinkHolder;
import org.unknot.account.AccessRule.Who.OwnGuest;
import org.unknot.account.AccessRule.Who.Related;
import org.unknot.account.AccessRule.Who.Staff;

/** The access table as its reference page prints it, for people who do not read Java. */
final class AccessDocument {

    private AccessDocument() {}

    static List<String> lines() {
        return AccessRules.ALL.stream()
                .map(rule -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                rule.name(), who(rule.who()), words(rule.read()), words(rule.change()), rule.reason()))
                .toList();
    }

    private static String who(AccessRule.Who who) {
        return switch (who) {
            case OwnGuest guest -> "a guest, to their own";
            case LinkHolder holder -> "who holds a link that is live";
            case Related related ->
                relationship(related.relationship())
                        + related.age().map(age -> ", person " + word(age)).orElse("");
            case Staff staff ->
                Stream.of(
                                Stream.of(word(staff.role())),
                                staff.relationship().map(AccessDocument::relationship).stream(),
                                Stream.of("consent").filter(needed -> staff.needsConsent()))
                        .flatMap(part -> part)
                        .collect(Collectors.joining(" + "));
            case GlassBreaker breaker -> word(breaker.role()) + " + broken glass";
        };
    }

    private static String relationship(Relationship relationship) {
        return switch (relationship) {
            case SELF -> "the person";
            case CARER -> "a carer";
            case GUARDIAN -> "a guardian";
            case TREATS -> "treats the person";
            case LEADS_CLASS -> "leads the person’s class";
        };
    }

    private static String words(Set<Purpose> purposes) {
        return purposes.isEmpty()
                ? "–"
                : purposes.stream().sorted().map(AccessDocument::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
