package org.unknot.account;

import static org.unknot.account.Purpose.ACCOUNT;
import static org.unknot.account.Purpose.CHART;
import static org.unknot.account.Purpose.CONSENT;
import static org.unknot.account.Purpose.CONTACT;
import static org.unknot.account.Purpose.ERASURE;
import static org.unknot.account.Purpose.EXPORT;
import static org.unknot.account.Purpose.HEAT;
import static org.unknot.account.Purpose.PRINT;
import static org.unknot.account.Purpose.PROGRAM;
import static org.unknot.account.Purpose.ROLES;
import static org.unknot.account.Purpose.SESSION;
import static org.unknot.account.Purpose.TEAM;
import static org.unknot.account.Purpose.TRAIL;
import static org.unknot.account.Purpose.TRIAGE;
import static org.unknot.account.Relationship.CARER;
import static org.unknot.account.Relationship.GUARDIAN;
import static org.unknot.account.Relationship.LEADS_CLASS;
import static org.unknot.account.Relationship.SELF;
import static org.unknot.account.Relationship.TREATS;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unknot.account.AccessRule.Who;
import org.unknot.account.AccessRule.Who.GlassBreaker;
import org.unknot.account.AccessRule.Who.LinkHolder;
import org.unknot.account.AccessRule.Who.OwnGuest;
import org.unknot.account.AccessRule.Who.Related;
import org.unknot.account.AccessRule.Who.Staff;

/**
 * Who may read and change what of a person's record. What no line allows is refused. A line is added or taken away here and
 * nowhere else; docs/reference/access.md is written from this list.
 */
final class AccessRules {

    private static final Set<Purpose> NOTHING = Set.of();
    private static final Set<Purpose> CARE = Set.of(TRIAGE, PROGRAM, SESSION, HEAT, PRINT);
    private static final Set<Purpose> WHAT_A_CLINICIAN_READS = with(CARE, CHART, CONTACT, CONSENT);

    /** Not what the person did or how warm they lay: those are facts, and theirs to tell. */
    private static final Set<Purpose> WHAT_A_CLINICIAN_CHANGES = Set.of(TRIAGE, PROGRAM, CHART, CONTACT);

    static final List<AccessRule> ALL = List.of(
            new AccessRule(
                    "own-guest",
                    new OwnGuest(),
                    with(CARE, ACCOUNT, TRAIL, EXPORT),
                    with(CARE, ACCOUNT, ERASURE),
                    "Help comes before an account; a guest has no consents, no team and no chart."),
            new AccessRule(
                    "own-record",
                    related(SELF),
                    with(CARE, CHART, CONTACT, ACCOUNT, CONSENT, TRAIL, EXPORT, ROLES, TEAM),
                    with(CARE, CONTACT, ACCOUNT, TEAM, ERASURE),
                    "It is theirs to read, all of it; what the clinic writes about them, they do not write."),
            new AccessRule(
                    "own-consent",
                    related(SELF, Age.SIXTEEN_OR_OVER),
                    NOTHING,
                    Set.of(CONSENT),
                    "Who is 16 or over consents alone; an age that nobody told is not 16."),
            new AccessRule(
                    "carer",
                    related(CARER),
                    with(CARE, CHART, CONTACT, CONSENT, TRAIL, TEAM),
                    with(CARE, CONTACT),
                    "Acts for the person by the person's word; the account, the copy and the erasing stay with the person."),
            new AccessRule(
                    "carer-consent",
                    related(CARER, Age.SIXTEEN_OR_OVER),
                    NOTHING,
                    Set.of(CONSENT),
                    "The same for consents, but for a child only a guardian consents."),
            new AccessRule(
                    "guardian",
                    related(GUARDIAN, Age.UNDER_SIXTEEN),
                    with(CARE, CHART, CONTACT, ACCOUNT, CONSENT, TRAIL, EXPORT, TEAM),
                    with(CARE, CONTACT, ACCOUNT, CONSENT, ERASURE, TEAM),
                    "Answers for a child, until the day the child turns 16."),
            new AccessRule(
                    "soft-tissue-ot",
                    treating(Role.SOFT_TISSUE_OT),
                    WHAT_A_CLINICIAN_READS,
                    WHAT_A_CLINICIAN_CHANGES,
                    "Treats the person, and the person said that the clinic may see."),
            new AccessRule(
                    "exercise-physiologist",
                    treating(Role.EXERCISE_PHYSIOLOGIST),
                    WHAT_A_CLINICIAN_READS,
                    WHAT_A_CLINICIAN_CHANGES,
                    "Treats the person, and the person said that the clinic may see."),
            new AccessRule(
                    "personal-trainer",
                    treating(Role.PERSONAL_TRAINER),
                    Set.of(PROGRAM, SESSION, HEAT, CONTACT),
                    NOTHING,
                    "Trains by the plan and sees how it went; answers and notes are for clinicians."),
            new AccessRule(
                    "class-lead",
                    new Staff(Role.CLASS_LEAD, Optional.of(LEADS_CLASS), true),
                    Set.of(PROGRAM, CONTACT),
                    NOTHING,
                    "Must know what the person may not do in class, and whom to call."),
            new AccessRule(
                    "front-desk",
                    byRole(Role.FRONT_DESK),
                    Set.of(CONTACT, TEAM),
                    Set.of(CONTACT, TEAM),
                    "Books and calls people; nothing clinical, by any path."),
            new AccessRule(
                    "owner",
                    byRole(Role.OWNER),
                    Set.of(CONTACT, TEAM),
                    Set.of(CONTACT, TEAM),
                    "Runs the clinic; that opens nothing clinical."),
            new AccessRule(
                    "owner-of-team",
                    new Staff(Role.OWNER, Optional.empty(), false),
                    Set.of(ROLES, TRAIL),
                    Set.of(ROLES),
                    "Answers for who works here and for who looked at whom."),
            new AccessRule(
                    "auditor",
                    new Staff(Role.AUDITOR, Optional.empty(), false),
                    Set.of(TRAIL),
                    NOTHING,
                    "Sees who looked at whom and why, never what they saw."),
            new AccessRule(
                    "ot-broke-glass",
                    new GlassBreaker(Role.SOFT_TISSUE_OT),
                    WHAT_A_CLINICIAN_READS,
                    Set.of(CHART),
                    "An emergency does not wait for a form; the person and the owner see the reason."),
            new AccessRule(
                    "physiologist-broke-glass",
                    new GlassBreaker(Role.EXERCISE_PHYSIOLOGIST),
                    WHAT_A_CLINICIAN_READS,
                    Set.of(CHART),
                    "An emergency does not wait for a form; the person and the owner see the reason."),
            new AccessRule(
                    "shared-link",
                    new LinkHolder(),
                    Set.of(PROGRAM),
                    NOTHING,
                    "Shows the plan that the person chose to show, as long as they let it."));

    private AccessRules() {}

    /** The first line that allows reading for this purpose; empty means no. */
    static Optional<AccessRule> toRead(Grounds grounds, Purpose purpose) {
        return ALL.stream()
                .filter(rule -> rule.read().contains(purpose) && rule.covers(grounds))
                .findFirst();
    }

    /** The first line that allows changing for this purpose; empty means no. */
    static Optional<AccessRule> toChange(Grounds grounds, Purpose purpose) {
        return ALL.stream()
                .filter(rule -> rule.change().contains(purpose) && rule.covers(grounds))
                .findFirst();
    }

    /** Whether somebody with these roles may open a record in an emergency at all. */
    static boolean mayBreakGlass(Set<Role> roles) {
        return ALL.stream().anyMatch(rule -> rule.who() instanceof GlassBreaker(Role role) && roles.contains(role));
    }

    private static Who related(Relationship relationship) {
        return new Related(relationship, Optional.empty());
    }

    private static Who related(Relationship relationship, Age age) {
        return new Related(relationship, Optional.of(age));
    }

    private static Who treating(Role role) {
        return new Staff(role, Optional.of(TREATS), true);
    }

    private static Who byRole(Role role) {
        return new Staff(role, Optional.empty(), true);
    }

    private static Set<Purpose> with(Set<Purpose> some, Purpose... more) {
        Set<Purpose> all = EnumSet.copyOf(some);
        all.addAll(Arrays.asList(more));
        return Set.copyOf(all);
    }
}
