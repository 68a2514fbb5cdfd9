package org.unknot.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unknot.account.AccessRule.Who.Staff;

/**
 * What a kind of staff reads of a person who agreed, taken from the lines that decide.
 *
 * @param ofThePersonsOwn whether only those who treat this person or lead their class do; else everybody of that role
 */
public record StaffSight(Role role, Set<Purpose> sees, boolean ofThePersonsOwn) {

    public StaffSight {
        sees = Set.copyOf(sees);
    }

    /** One for each role that sees more when a person agrees, in the order of the table. */
    public static List<StaffSight> withConsent() {
        return AccessRules.ALL.stream().flatMap(StaffSight::of).toList();
    }

    private static Stream<StaffSight> of(AccessRule rule) {
        return switch (rule.who()) {
            case Staff(Role role, Optional<Relationship> relationship, boolean needsConsent)
            when needsConsent -> {
                Set<Purpose> sees = EnumSet.copyOf(rule.read());
                sees.addAll(rule.change());
                yield Stream.of(new StaffSight(role, sees, relationship.isPresent()));
            }
            case Staff withoutConsent -> Stream.empty();
            case AccessRule.Who.OwnGuest guest -> Stream.empty();
            case AccessRule.Who.LinkHolder holder -> Stream.empty();
            case AccessRule.Who.Related related -> Stream.empty();
            case AccessRule.Who.GlassBreaker breaker -> Stream.empty();
        };
    }
}
