package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the access table may never allow, over every combination of grounds, and that each of its lines is needed. */
class AccessRulesTests {

    private static final Set<Purpose> CLINICAL =
            EnumSet.of(Purpose.TRIAGE, Purpose.PROGRAM, Purpose.SESSION, Purpose.HEAT, Purpose.PRINT, Purpose.CHART);
    private static final Set<Relationship> PRIVATE =
            EnumSet.of(Relationship.SELF, Relationship.CARER, Relationship.GUARDIAN);

    private static final List<Grounds> EVERYTHING = everything();

    @Test
    void withoutGroundsThereIsNothing() {
        assertThat(allowed(Grounds.NONE)).isEmpty();
    }

    @Test
    void theFrontDeskOwnerAndAuditorReadNothingClinicalByAnyPath() {
        Set<Role> desks = EnumSet.of(Role.FRONT_DESK, Role.OWNER, Role.AUDITOR);
        EVERYTHING.stream()
                .filter(grounds -> desks.containsAll(grounds.roles()) && none(grounds.relationships(), PRIVATE))
                .forEach(grounds -> assertThat(read(grounds)).as("%s", grounds).doesNotContainAnyElementsOf(CLINICAL));
    }

    @Test
    void theAuditorAloneSeesTheTrailAlone() {
        EVERYTHING.stream()
                .filter(grounds ->
                        grounds.roles().equals(Set.of(Role.AUDITOR)) && none(grounds.relationships(), PRIVATE))
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).containsExactly("READ TRAIL"));
    }

    @Test
    void noRoleOpensAnythingClinicalWithoutRelationshipOrBrokenGlass() {
        EVERYTHING.stream()
                .filter(grounds -> grounds.relationships().isEmpty() && !grounds.glass())
                .forEach(grounds -> assertThat(read(grounds)).as("%s", grounds).doesNotContainAnyElementsOf(CLINICAL));
    }

    @Test
    void withoutConsentStaffSeeNothingClinicalUnlessTheGlassIsBroken() {
        EVERYTHING.stream()
                .filter(grounds -> !grounds.consent() && !grounds.glass() && none(grounds.relationships(), PRIVATE))
                .forEach(grounds -> assertThat(read(grounds)).as("%s", grounds).doesNotContainAnyElementsOf(CLINICAL));
    }

    @Test
    void trainersAndClassLeadsReadNeitherAnswersNorNotes() {
        Set<Role> trainers = EnumSet.of(Role.PERSONAL_TRAINER, Role.CLASS_LEAD);
        EVERYTHING.stream()
                .filter(grounds -> trainers.containsAll(grounds.roles()) && none(grounds.relationships(), PRIVATE))
                .forEach(grounds ->
                        assertThat(read(grounds)).as("%s", grounds).doesNotContain(Purpose.TRIAGE, Purpose.CHART));
    }

    @Test
    void staffNeverTakeACopyOrEraseOrTouchTheAccount() {
        Set<String> never = Set.of("READ EXPORT", "CHANGE ERASURE", "READ ACCOUNT", "CHANGE ACCOUNT", "CHANGE CONSENT");
        EVERYTHING.stream()
                .filter(grounds -> none(grounds.relationships(), PRIVATE))
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).doesNotContainAnyElementsOf(never));
    }

    @Test
    void aCarerNeverTakesACopyOrErasesOrTouchesTheAccount() {
        Set<String> never = Set.of("READ EXPORT", "CHANGE ERASURE", "READ ACCOUNT", "CHANGE ACCOUNT");
        EVERYTHING.stream()
                .filter(grounds -> grounds.relationships().equals(Set.of(Relationship.CARER)))
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).doesNotContainAnyElementsOf(never));
    }

    @Test
    void onlyAnOwnerGivesRoles() {
        EVERYTHING.stream()
                .filter(grounds -> !grounds.roles().contains(Role.OWNER))
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).doesNotContain("CHANGE ROLES"));
    }

    @Test
    void nobodyWritesTheirOwnRolesOrTheirOwnChart() {
        EVERYTHING.stream()
                .filter(grounds -> grounds.roles().isEmpty())
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).doesNotContain("CHANGE ROLES", "CHANGE CHART"));
    }

    @Test
    void forAChildAndForWhoseAgeIsUnknownOnlyAGuardianConsents() {
        EVERYTHING.stream()
                .filter(grounds -> grounds.age() != Age.SIXTEEN_OR_OVER
                        && !(grounds.age() == Age.UNDER_SIXTEEN
                                && grounds.relationships().contains(Relationship.GUARDIAN)))
                .forEach(grounds ->
                        assertThat(allowed(grounds)).as("%s", grounds).doesNotContain("CHANGE CONSENT"));
    }

    @Test
    void moreGroundsNeverTakeAwayWhatFewerAllowed() {
        for (Grounds grounds : EVERYTHING) {
            Grounds bare =
                    new Grounds(false, false, grounds.relationships(), grounds.roles(), grounds.age(), false, false);
            assertThat(allowed(grounds)).as("%s", grounds).containsAll(allowed(bare));
        }
    }

    @Test
    void eachLineHasItsOwnNameAndReasonAndAllowsWhatNoOtherDoes() {
        assertThat(AccessRules.ALL).extracting(AccessRule::name).doesNotHaveDuplicates();
        assertThat(AccessRules.ALL).extracting(AccessRule::reason).allMatch(reason -> reason.endsWith("."));
        for (AccessRule rule : AccessRules.ALL) {
            Stream<Grounds> strangers = Stream.of(Grounds.guest(), Grounds.link());
            assertThat(Stream.concat(EVERYTHING.stream(), strangers).anyMatch(grounds -> onlyBy(rule, grounds)))
                    .as("needed: %s", rule.name())
                    .isTrue();
        }
    }

    @Test
    void theReferenceSaysTheSame() throws Exception {
        List<String> printed = Files.readAllLines(Path.of("docs/reference/access.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(printed).containsExactlyElementsOf(AccessDocument.lines());
    }

    private static boolean onlyBy(AccessRule rule, Grounds grounds) {
        List<AccessRule> covering =
                AccessRules.ALL.stream().filter(one -> one.covers(grounds)).toList();
        return covering.contains(rule)
                && (rule.read().stream()
                                .anyMatch(purpose -> covering.stream()
                                        .filter(one -> one.read().contains(purpose))
                                        .allMatch(rule::equals))
                        || rule.change().stream()
                                .anyMatch(purpose -> covering.stream()
                                        .filter(one -> one.change().contains(purpose))
                                        .allMatch(rule::equals)));
    }

    private static boolean none(Set<Relationship> some, Set<Relationship> others) {
        return some.stream().noneMatch(others::contains);
    }

    private static Set<Purpose> read(Grounds grounds) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> AccessRules.toRead(grounds, purpose).isPresent())
                .collect(Collectors.toSet());
    }

    private static List<String> allowed(Grounds grounds) {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> Stream.of(
                                AccessRules.toRead(grounds, purpose).map(rule -> "READ " + purpose),
                                AccessRules.toChange(grounds, purpose).map(rule -> "CHANGE " + purpose))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Every combination for somebody who is signed in: 49,152. */
    private static List<Grounds> everything() {
        List<Grounds> all = new ArrayList<>();
        for (Set<Relationship> relationships : subsets(Relationship.class)) {
            for (Set<Role> roles : subsets(Role.class)) {
                for (Age age : Age.values()) {
                    for (boolean consent : new boolean[] {true, false}) {
                        for (boolean glass : new boolean[] {true, false}) {
                            all.add(new Grounds(false, false, relationships, roles, age, consent, glass));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static <E extends Enum<E>> List<Set<E>> subsets(Class<E> type) {
        E[] values = type.getEnumConstants();
        List<Set<E>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << values.length; bits++) {
            Set<E> subset = EnumSet.noneOf(type);
            for (E value : values) {
                if ((bits & 1 << value.ordinal()) != 0) {
                    subset.add(value);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
