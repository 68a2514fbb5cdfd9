package org.unknot.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.account.Accounts;
import org.unknot.account.AnyPhone;
import org.unknot.account.EmailAddress;
import org.unknot.account.Relationship;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.program.Answered;
import org.unknot.session.QuietMinutes;
import org.unknot.shared.PainScore;
import org.unknot.shared.PersonId;
import org.unknot.triage.Triage;

/** The staff's pages over real HTTP, by forms alone: each role sees what is theirs and nothing beside it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StaffPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Triage triage;

    @Autowired
    private QuietMinutes quiet;

    @Autowired
    private JdbcClient jdbc;

    private SignedInAs signedIn;
    private Somebody patient;

    @BeforeEach
    void aPatientWithAPlan() {
        jdbc.sql("delete from account.role_given where role = 'OWNER'").update(); // of tests before this one
        signedIn = new SignedInAs(context);
        patient = signedIn.patientWhoConsents();
        accounts.call(patient.person(), "Robin Example", "+61 2 5550 0199");
        accounts.use(patient.person(), EmailAddress.typed(patient.person().value() + "@example.org"));
        Answered.withNoToEverything(triage, patient.visitor(), 3);
        as(patient).get("/plan");
    }

    @Test
    void anOwnerInvitesByALinkThatIsShownOnce() {
        AnyPhone owner = as(signedIn.with(Role.OWNER));

        HttpResponse<String> made = owner.post("/staff/team/invitations", "role=FRONT_DESK&role=CLASS_LEAD&email=");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("/join/", "We show the link only once.");
        String later = owner.get("/staff/team").body();
        assertThat(later).contains("Open invitations", "Withdraw").doesNotContain("/join/");
    }

    @Test
    void anInvitationWithoutARoleOrWithABadEmailIsRefusedInWords() {
        AnyPhone owner = as(signedIn.with(Role.OWNER));
        for (String wrong : List.of("", "role=", "role=KING", "role=FRONT_DESK&email=not-an-address")) {
            HttpResponse<String> answer = owner.post("/staff/team/invitations", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("One thing first", "for example");
        }
    }

    @Test
    void rolesAreGivenAndTakenAndTheLastOwnerStays() {
        Somebody boss = signedIn.with(Role.OWNER);
        Somebody colleague = signedIn.with(Role.FRONT_DESK);
        AnyPhone owner = as(boss);

        owner.post("/staff/team/" + id(colleague) + "/roles", "role=SOFT_TISSUE_OT");
        assertThat(as(colleague).get("/staff/team").statusCode()).isNotEqualTo(200);
        assertThat(rolesOf(colleague.person())).containsExactly("SOFT_TISSUE_OT");

        HttpResponse<String> alone = owner.post("/staff/team/" + id(boss) + "/roles", "role=AUDITOR");
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains("another owner first");
        assertThat(rolesOf(boss.person())).contains("OWNER");
    }

    @Test
    void whoTreatsSeesAnswersAndPlanAndATrainerThePlanAlone() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        Somebody trainer = signedIn.with(Role.PERSONAL_TRAINER);
        signedIn.relate(patient, ot, Relationship.TREATS);
        signedIn.relate(patient, trainer, Relationship.TREATS);

        assertThat(as(ot).get("/staff/people").body()).contains("Robin Example", "treats, since");
        assertThat(person(ot).body())
                .contains("What they told us", "Care at home", "Plan of today", "Knee to chest", "+61 2 5550 0199");
        assertThat(person(trainer).body())
                .contains("Plan of today", "Knee to chest")
                .doesNotContain("What they told us", "Care at home");
    }

    @Test
    void whoTreatsSeesWhatWasDoneAndATrainerTooButNotTheAnswersBehindIt() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        Somebody trainer = signedIn.with(Role.PERSONAL_TRAINER);
        Somebody lead = signedIn.with(Role.CLASS_LEAD);
        signedIn.relate(patient, ot, Relationship.TREATS);
        signedIn.relate(patient, trainer, Relationship.TREATS);
        signedIn.relate(patient, lead, Relationship.LEADS_CLASS);
        assertThat(person(ot).body())
                .contains(
                        "None yet.",
                        "No course yet.",
                        "Nothing told raised the level",
                        "Rule nothing-told, source J-safety-net");
        quietMinutes(10);

        for (Somebody staff : List.of(ot, trainer)) {
            String page = person(staff).body();
            assertThat(page).contains("Sessions done", "Pain over time", "Heat", "slow breathing", "10:00", "6 → 3");
            assertThat(page.split(">slow breathing<", -1)).as("capped").hasSize(1 + PersonHistory.FEW);
            assertThat(page).contains("Show up to 100 of each");
        }
        assertThat(as(ot).get("/staff/people/" + id(patient) + "?rows=100")
                        .body()
                        .split(">slow breathing<", -1))
                .hasSize(1 + 10);
        assertThat(as(ot).get("/staff/people/" + id(patient) + "?rows=100000").body())
                .contains("Show up to 100 of each");
        assertThat(person(ot).body()).contains("with the questions");
        assertThat(person(trainer).body()).doesNotContain("What spoke for it", "nothing-told");
        assertThat(person(lead).body())
                .contains("Plan of today")
                .doesNotContain("Sessions done", "Pain over time", ">slow breathing<");
    }

    private void quietMinutes(int times) {
        for (int n = 0; n < times; n++) {
            quiet.take(
                    patient.visitor(),
                    UUID.randomUUID(),
                    new QuietMinutes.Told(
                            "breathing",
                            Instant.now().minusSeconds(86_400L * n + 3600),
                            Optional.empty(),
                            600,
                            Optional.of(new PainScore(6)),
                            Optional.of(new PainScore(3))));
        }
    }

    @Test
    void theFrontDeskFindsContactsAndNothingClinicalByAnyPath() {
        Somebody desk = signedIn.with(Role.FRONT_DESK);

        assertThat(as(desk).get("/staff/people?find=robin%20ex").body()).contains("+61 2 5550 0199");
        assertThat(person(desk).body())
                .contains("+61 2 5550 0199", "Who looks after them")
                .doesNotContain("What they told us", "Plan of today", "Knee to chest");
        assertThat(as(desk).get("/plan").statusCode())
                .as("their own, and they have none")
                .isBetween(300, 399);
    }

    @Test
    void whoDoesNotLetTheClinicSeeThemIsNotFound() {
        Somebody shy = signedIn.with();
        accounts.call(shy.person(), "Shy Person", "");
        Somebody desk = signedIn.with(Role.FRONT_DESK);
        assertThat(as(desk).get("/staff/people?find=shy").body())
                .contains("Nobody found")
                .doesNotContain("Shy Person");
        assertThat(as(desk).get("/staff/people/" + id(shy)).statusCode()).isEqualTo(404);
    }

    @Test
    void lettersThatMeanSomethingToADatabaseAreLetters() {
        Somebody desk = signedIn.with(Role.FRONT_DESK);
        for (String letters : List.of("%25%25", "__", "%27%3B--", "%5C%5C", "%00a", "a")) {
            HttpResponse<String> answer = as(desk).get("/staff/people?find=" + letters);
            assertThat(answer.statusCode()).as(letters).isLessThan(500);
            assertThat(answer.body()).as(letters).doesNotContain("Robin Example");
        }
    }

    @Test
    void theFrontDeskSaysWhoTreatsAndEndsIt() {
        Somebody desk = signedIn.with(Role.FRONT_DESK);
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        String there = "/staff/people/" + id(patient) + "/team";

        as(desk).post(there, "member=" + id(ot) + "&kind=TREATS");
        assertThat(person(ot).body()).contains("What they told us");

        String tie = jdbc.sql("select id::text from account.relationship where other_id = ?")
                .param(ot.person().value())
                .query((row, n) -> row.getString(1))
                .single();
        as(desk).post(there + "/" + tie + "/ending", "");
        assertThat(person(ot).statusCode()).isEqualTo(404);
    }

    @Test
    void aRecordThatIsNotTheirsLooksLikeNone() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        HttpResponse<String> unrelated = person(ot);
        HttpResponse<String> nobody = as(ot).get("/staff/people/0190a8c0-0000-7000-8000-000000000000");
        assertThat(unrelated.statusCode()).isEqualTo(nobody.statusCode()).isEqualTo(404);
        assertThat(unrelated.body()).isEqualTo(nobody.body());
    }

    @Test
    void aGlassIsBrokenForAReasonThatTheOwnerReads() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        String email = patient.person().value() + "@example.org";

        HttpResponse<String> hasty = as(ot).post("/staff/people/emergency", "reason=now&email=" + email);
        assertThat(hasty.statusCode()).isEqualTo(422);
        assertThat(hasty.body()).contains("10 to 500 letters");
        assertThat(person(ot).statusCode()).isEqualTo(404);

        as(ot).post("/staff/people/emergency", "reason=Called+from+the+ward+tonight&email=" + email);
        assertThat(person(ot).body())
                .contains("What they told us", "Sessions done", "Pain over time", "No course yet.");
        assertThat(as(signedIn.with(Role.OWNER)).get("/staff/audit").body()).contains("Called from the ward tonight");
    }

    @Test
    void anEmergencyForAnUnknownContactOpensNothing() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        for (String email : List.of("nobody@example.org", "", "not an address")) {
            assertThat(as(ot).post("/staff/people/emergency", "reason=Called+from+the+ward&email=" + email)
                            .statusCode())
                    .as(email)
                    .isEqualTo(422);
        }
        Somebody trainer = signedIn.with(Role.PERSONAL_TRAINER);
        assertThat(as(trainer)
                        .post("/staff/people/emergency", "reason=Called+from+the+ward&email=nobody@example.org")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAuditorSeesWhoLookedAndNothingElse() {
        Somebody ot = signedIn.with(Role.SOFT_TISSUE_OT);
        accounts.call(ot.person(), "Sam Clinician", "");
        signedIn.relate(patient, ot, Relationship.TREATS);
        person(ot);
        AnyPhone auditor = as(signedIn.with(Role.AUDITOR));

        assertThat(auditor.get("/staff/audit/people/" + id(patient)).body())
                .contains("Sam Clinician", "looked at the answers", "looked at the plan")
                .doesNotContain("Robin Example", "Knee to chest");
        assertThat(auditor.get("/staff/audit?verify=true").body()).contains("Every entry fits the one before it.");
        assertThat(auditor.get("/staff/people/" + id(patient)).statusCode()).isEqualTo(404);
        assertThat(auditor.get("/staff/settings").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/staff/audit?person=everybody").body())
                .contains("We need the whole number of a record");
    }

    private HttpResponse<String> person(Somebody staff) {
        return as(staff).get("/staff/people/" + id(patient));
    }

    private List<String> rolesOf(PersonId person) {
        return jdbc.sql("select role from account.role_given where person_id = ? and withdrawn_at is null")
                .param(person.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private AnyPhone as(Somebody somebody) {
        return new AnyPhone(port).signedInAs(somebody);
    }

    private static String id(Somebody somebody) {
        return somebody.person().value().toString();
    }
}
