package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.unknot.account.SignedInAs.Somebody;

/** What a person is shown of their own rights: what they agreed to, what the clinic sees, who looked. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RecordPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Gate gate;

    @Autowired
    private Consents consents;

    private SignedInAs signedIn;
    private Somebody patient;
    private Somebody ot;

    @BeforeEach
    void meet() {
        signedIn = new SignedInAs(context);
        patient = signedIn.patientWhoConsents();
        ot = signedIn.with(Role.SOFT_TISSUE_OT);
        context.getBean(Accounts.class).call(ot.person(), "Ana <b>Example</b>", "");
        signedIn.relate(patient, ot, Relationship.TREATS);
    }

    @Test
    void theConsentPageNamesWhoSeesWhatAndWhoThatIsNow() throws Exception {
        String page = get("/account/consent").body();
        assertThat(page).contains("Soft tissue occupational therapist", "the notes of the clinic about you");
        assertThat(page).contains("Just now: Ana &lt;b").doesNotContain("<b>Example");
        assertThat(page.substring(page.indexOf("Front desk"), page.indexOf("Owner")))
                .doesNotContain("your plan", "your answers");
    }

    @Test
    void aConsentIsTakenBackGivenAgainAndKeptAsHistory() throws Exception {
        assertThat(post("/account/consents/withdrawal", "about=clinic-sees-record")
                        .statusCode())
                .isEqualTo(302);
        assertThat(consents.holds(patient.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE))
                .isFalse();
        assertThat(get("/account/consent").body()).contains("What you took back");
        assertThat(post("/account/consents", "about=clinic-sees-record&version=1")
                        .statusCode())
                .isEqualTo(302);
        assertThat(consents.holds(patient.person(), ConsentAbout.CLINIC_SEES_RECORD, Channel.NONE))
                .isTrue();
        assertThat(post("/account/consents", "about=reminders&channel=email&version=1")
                        .statusCode())
                .isEqualTo(302);
        assertThat(consents.holds(patient.person(), ConsentAbout.REMINDERS, Channel.EMAIL))
                .isTrue();
        assertThat(consents.holds(patient.person(), ConsentAbout.REMINDERS, Channel.PUSH))
                .isFalse();
    }

    @Test
    void wordsThatWereNotOnThePageAreNotAgreedTo() throws Exception {
        for (String form : new String[] {
            "about=reminders&channel=email&version=2",
            "about=reminders&channel=email",
            "about=reminders&channel=none&version=1",
            "about=reminders&channel=pigeon&version=1",
            "about=clinic-sees-record&channel=email&version=1",
            "about=everything&version=1"
        }) {
            assertThat(post("/account/consents", form).statusCode()).as(form).isEqualTo(400);
        }
        assertThat(consents.history(patient.person())).hasSize(1);
    }

    @Test
    void theTrailTellsWhoLookedAndWhoTriedAndWhyInAnEmergency() throws Exception {
        gate.mayRead(ot.visitor(), patient.person(), Purpose.TRIAGE);
        Somebody other = signedIn.with(Role.EXERCISE_PHYSIOLOGIST);
        context.getBean(BreakGlass.class).open(other.visitor(), patient.person(), "Rang us from <the> ward");
        assertThat(Knock.at(base(), signedIn.with().cookieHeader(), "GET", "/account/trail", null)
                        .body())
                .contains("Nobody but you has looked.");
        String page = get("/account/trail").body();
        assertThat(page)
                .contains("looked at your answers about your back.", "Rang us from &lt;the")
                .doesNotContain("You looked");
        assertThat(get("/account/trail?all=true").body()).contains("You looked at this list.");
    }

    @Test
    void aLongTrailGoesOnWhereItEnded() throws Exception {
        for (int i = 0; i < 35; i++) {
            gate.mayRead(ot.visitor(), patient.person(), Purpose.PROGRAM);
            gate.mayPrint(ot.visitor(), patient.person());
        }
        String first = get("/account/trail").body();
        assertThat(first.split("looked at your plan", -1)).hasSize(16);
        int at = first.indexOf("/account/trail?before=");
        String next = first.substring(at, first.indexOf('&', at));
        assertThat(get(next).body().split("looked at your plan", -1)).hasSize(16);
        assertThat(get("/account/trail?before=x").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return Knock.at(base(), patient.cookieHeader(), "GET", address, null);
    }

    private HttpResponse<String> post(String address, String form) throws Exception {
        return Knock.at(base(), patient.cookieHeader(), "POST", address, form);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
