package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.unknot.account.Relationship.CARER;
import static org.unknot.account.Relationship.GUARDIAN;
import static org.unknot.account.Relationship.TREATS;
import static org.unknot.account.Role.FRONT_DESK;
import static org.unknot.account.Role.OWNER;
import static org.unknot.account.Role.PERSONAL_TRAINER;
import static org.unknot.account.Role.SOFT_TISSUE_OT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.springframework.modulith.moments.support.TimeMachine;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.shared.BadInput;

/** Roles, relationships, consents and broken glass as they are on record, and what the gate makes of them at once. */
@SpringBootTest(properties = "unknot.time-machine=true")
class RightsTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Gate gate;

    @Autowired
    private Roles roles;

    @Autowired
    private Relationships relationships;

    @Autowired
    private Consents consents;

    @Autowired
    private BreakGlass breakGlass;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeMachine time;

    private SignedInAs signedIn;

    @BeforeEach
    void nobodyHasARole() {
        signedIn = new SignedInAs(context);
        jdbc.sql("delete from account.role_given").update();
    }

    @AfterEach
    void comeBack() {
        time.reset();
    }

    @Test
    void onlyAnOwnerGivesRolesAndItIsWrittenDownWhoDid() {
        Somebody owner = signedIn.with(OWNER);
        Somebody desk = signedIn.with(FRONT_DESK);
        Somebody hired = signedIn.with();
        assertThatThrownBy(() -> roles.grant(desk.visitor(), hired.person(), SOFT_TISSUE_OT))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> roles.grant(hired.visitor(), hired.person(), OWNER))
                .isInstanceOf(AccessDenied.class);
        roles.grant(owner.visitor(), hired.person(), SOFT_TISSUE_OT);
        roles.grant(owner.visitor(), hired.person(), SOFT_TISSUE_OT);
        roles.withdraw(owner.visitor(), hired.person(), SOFT_TISSUE_OT);
        assertThat(roles.of(hired.person())).isEmpty();
        assertThat(roles.history(hired.person())).singleElement().satisfies(given -> {
            assertThat(given.by()).contains(owner.person());
            assertThat(given.withdrawnBy()).contains(owner.person());
            assertThat(given.withdrawnAt()).isPresent();
        });
    }

    @Test
    void anOwnerWithoutAStrongProofGivesNothing() {
        Somebody owner = signedIn.with(OWNER);
        Visitor weak = new Visitor(
                Optional.of(owner.person()), new SignedIn(owner.person(), Optional.empty(), owner.provedAt()));
        assertThatThrownBy(() -> roles.grant(weak, owner.person(), FRONT_DESK)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void theLastOwnerStaysEvenWhenTwoWithdrawEachOtherAtOnce() throws Exception {
        Somebody one = signedIn.with(OWNER);
        assertThatThrownBy(() -> roles.withdraw(one.visitor(), one.person(), OWNER))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("last");
        for (int round = 0; round < 10; round++) {
            Somebody other = signedIn.with(OWNER);
            Somebody left = roles.of(one.person()).contains(OWNER) ? one : signedIn.with(OWNER);
            List<Callable<Boolean>> both =
                    List.of(() -> withdrawsOwner(left, other), () -> withdrawsOwner(other, left));
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                for (Future<Boolean> done : two.invokeAll(both)) {
                    done.get();
                }
            }
            assertThat(roles.hasOwner()).isTrue();
        }
    }

    private boolean withdrawsOwner(Somebody by, Somebody from) {
        try {
            roles.withdraw(by.visitor(), from.person(), OWNER);
            return true;
        } catch (AccessDenied | BadInput refused) {
            return false; // the other was quicker
        }
    }

    @Test
    void aClinicianNeedsRoleRelationshipAndConsentAndLosesTheRecordWithAnyOfThem() {
        Somebody owner = signedIn.with(OWNER);
        Somebody ot = signedIn.with(SOFT_TISSUE_OT);
        Somebody patient = signedIn.patientWhoConsents();
        denied(ot, patient, Purpose.TRIAGE);
        relationships.add(patient.visitor(), patient.person(), ot.person(), TREATS, Optional.empty());
        reads(ot, patient, Purpose.TRIAGE);
        consents.withdraw(patient.visitor(), patient.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE);
        denied(ot, patient, Purpose.TRIAGE);
        consents.give(patient.visitor(), patient.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE, 2);
        reads(ot, patient, Purpose.TRIAGE);
        roles.withdraw(owner.visitor(), ot.person(), SOFT_TISSUE_OT);
        denied(ot, patient, Purpose.TRIAGE);
        roles.grant(owner.visitor(), ot.person(), SOFT_TISSUE_OT);
        relationships.end(
                patient.visitor(), relationships.of(patient.person()).getFirst().id());
        denied(ot, patient, Purpose.TRIAGE);
        assertThat(consents.history(patient.person()))
                .extracting(Consents.Consent::version)
                .containsExactly(2, 1);
    }

    @Test
    void aRelationshipWithAnEndIsOverAtThatMoment() {
        Somebody ot = signedIn.with(SOFT_TISSUE_OT);
        Somebody patient = signedIn.patientWhoConsents();
        relationships.add(
                patient.visitor(), patient.person(), ot.person(), TREATS, Optional.of(at(Duration.ofHours(2))));
        reads(ot, patient, Purpose.CHART);
        time.shiftBy(Duration.ofHours(3));
        denied(ot, patient, Purpose.CHART);
        assertThat(relationships.of(patient.person())).isEmpty();
    }

    @Test
    void nobodyMakesThemselvesATeamOrACarer() {
        Somebody ot = signedIn.with(SOFT_TISSUE_OT);
        Somebody stranger = signedIn.with();
        Somebody patient = signedIn.patientWhoConsents();
        for (Somebody one : List.of(ot, stranger)) {
            assertThatThrownBy(() ->
                            relationships.add(one.visitor(), patient.person(), one.person(), TREATS, Optional.empty()))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() ->
                            relationships.add(one.visitor(), patient.person(), one.person(), CARER, Optional.empty()))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> relationships.add(
                        patient.visitor(), patient.person(), stranger.person(), TREATS, Optional.empty()))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void theFrontDeskPutsTogetherATeamAndStillReadsNothingClinical() {
        Somebody desk = signedIn.with(FRONT_DESK);
        Somebody trainer = signedIn.with(PERSONAL_TRAINER);
        Somebody patient = signedIn.patientWhoConsents();
        relationships.add(desk.visitor(), patient.person(), trainer.person(), TREATS, Optional.empty());
        reads(trainer, patient, Purpose.PROGRAM);
        denied(trainer, patient, Purpose.TRIAGE);
        denied(desk, patient, Purpose.PROGRAM);
        reads(desk, patient, Purpose.CONTACT);
    }

    @Test
    void aCarerEndsItAndIsOut() {
        Somebody carer = signedIn.with();
        Somebody patient = signedIn.with();
        relationships.add(patient.visitor(), patient.person(), carer.person(), CARER, Optional.empty());
        reads(carer, patient, Purpose.PROGRAM);
        denied(carer, patient, Purpose.EXPORT);
        relationships.end(
                carer.visitor(), relationships.by(carer.person()).getFirst().id());
        denied(carer, patient, Purpose.PROGRAM);
    }

    @Test
    void aStrangerEndsNoRelationship() {
        Somebody carer = signedIn.with();
        Somebody patient = signedIn.with();
        Somebody stranger = signedIn.with();
        relationships.add(patient.visitor(), patient.person(), carer.person(), CARER, Optional.empty());
        var id = relationships.of(patient.person()).getFirst().id();
        assertThatThrownBy(() -> relationships.end(stranger.visitor(), id)).isInstanceOf(AccessDenied.class);
        reads(carer, patient, Purpose.PROGRAM);
    }

    @Test
    void forAChildOnlyAGuardianConsentsUntilTheChildIsSixteen() {
        Somebody child = signedIn.with();
        Somebody guardian = signedIn.with();
        Somebody carer = signedIn.with();
        signedIn.relate(child, guardian, GUARDIAN);
        signedIn.relate(child, carer, CARER);
        denied(guardian, child, Purpose.PROGRAM);
        assertThatThrownBy(() -> consent(child, child)).as("no age was told").isInstanceOf(AccessDenied.class);
        consents.tellAge(
                child.visitor(),
                child.person(),
                Optional.of(LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        assertThatThrownBy(() -> consent(child, child)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> consent(carer, child)).isInstanceOf(AccessDenied.class);
        consent(guardian, child);
        reads(guardian, child, Purpose.EXPORT);
        assertThat(consents.history(child.person()).getFirst().by()).isEqualTo(guardian.person());
        time.shiftBy(Duration.ofDays(31));
        denied(guardian, child, Purpose.PROGRAM);
        assertThatCode(() -> consent(child, child)).doesNotThrowAnyException();
    }

    @Test
    void brokenGlassOpensOneRecordForAnHourToAClinicianOnlyAndSaysWhy() {
        Somebody ot = signedIn.with(SOFT_TISSUE_OT);
        Somebody trainer = signedIn.with(PERSONAL_TRAINER, FRONT_DESK, OWNER);
        Somebody patient = signedIn.with();
        Somebody another = signedIn.with();
        String why = "Called from the emergency department";
        assertThatThrownBy(() -> breakGlass.open(trainer.visitor(), patient.person(), why))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> breakGlass.open(ot.visitor(), patient.person(), "  urgent   "))
                .isInstanceOf(BadInput.class);
        denied(ot, patient, Purpose.TRIAGE);
        breakGlass.open(ot.visitor(), patient.person(), why);
        reads(ot, patient, Purpose.TRIAGE);
        denied(ot, patient, Purpose.EXPORT);
        denied(ot, another, Purpose.TRIAGE);
        assertThat(breakGlass.of(patient.person()))
                .extracting(BreakGlass.Broken::reason)
                .containsExactly(why);
        assertThat(context.getBean(Audit.class).trail(patient.person(), Optional.empty(), 50))
                .filteredOn(entry -> entry.action() == Audit.Action.BREAK_GLASS)
                .extracting(Audit.Entry::reason)
                .containsExactlyInAnyOrder(Optional.of(why), Optional.empty());
        time.shiftBy(Duration.ofMinutes(61));
        denied(ot, patient, Purpose.TRIAGE);
    }

    @Test
    void whoMayReadAndNotChangeIsRefusedAtOnceWithinOneTransaction() {
        Somebody ot = signedIn.with(SOFT_TISSUE_OT);
        Somebody patient = signedIn.patientWhoConsents();
        signedIn.relate(patient, ot, TREATS);
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> transaction.executeWithoutResult(within -> {
                            gate.mayRead(ot.visitor(), patient.person(), Purpose.HEAT);
                            gate.mayChange(ot.visitor(), patient.person(), Purpose.HEAT);
                        }))
                        .isInstanceOf(AccessDenied.class));
        assertThat(context.getBean(Audit.class).trail(patient.person(), Optional.empty(), 50))
                .as("what was undone was not done; the refusal stays")
                .singleElement()
                .matches(entry -> !entry.allowed() && entry.action() == Audit.Action.CHANGE);
    }

    private void consent(Somebody by, Somebody person) {
        consents.give(by.visitor(), person.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE, 1);
    }

    private Instant at(Duration later) {
        return context.getBean(Now.class).instant().plus(later);
    }

    private void reads(Somebody who, Somebody whose, Purpose purpose) {
        assertThatCode(() -> gate.mayRead(who.visitor(), whose.person(), purpose))
                .doesNotThrowAnyException();
    }

    private void denied(Somebody who, Somebody whose, Purpose purpose) {
        assertThatThrownBy(() -> gate.mayRead(who.visitor(), whose.person(), purpose))
                .isInstanceOf(AccessDenied.class);
    }
}
