package org.unknot.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.moments.support.Now;
import org.springframework.modulith.moments.support.TimeMachine;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.shared.BadInput;

/** From a link to looking after somebody, and back out of it, over real HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.time-machine=true")
class CaringTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Caring caring;

    @Autowired
    private Consents consents;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TimeMachine time;

    private Somebody patient;
    private Somebody carer;
    private Somebody stranger;

    @BeforeEach
    void meet() {
        SignedInAs signedIn = new SignedInAs(context);
        patient = signedIn.with();
        carer = signedIn.with();
        stranger = signedIn.with();
        accounts.call(patient.person(), "Kim Example", "");
    }

    @AfterEach
    void comeBack() {
        time.reset();
    }

    @Test
    void aLinkMakesOneCarerOnce() throws Exception {
        String link = linkShown();
        assertThat(get(carer, link).body()).contains("Look after Kim Example?");
        assertThat(get(patient, link).body()).doesNotContain("action=\"" + link);
        post(patient, link, "");
        assertThat(caring.mayActFor(patient.person(), patient.person())).isFalse();
        assertThat(Knock.to(post(carer, link, ""))).isEqualTo("/account/people");
        assertThat(caring.mayActFor(carer.person(), patient.person())).isTrue();
        assertThat(post(stranger, link, "").statusCode()).isEqualTo(404);
        assertThat(get(stranger, link).statusCode()).isEqualTo(404);
        assertThat(caring.mayActFor(stranger.person(), patient.person())).isFalse();
    }

    @Test
    void aLinkThatIsOldOrTakenBackOrMadeUpLooksTheSame() throws Exception {
        String old = linkShown();
        time.shiftBy(Duration.ofDays(8));
        String takenBack = linkShown();
        caring.withdraw(
                patient.visitor(),
                patient.person(),
                caring.open(patient.person()).getFirst().id());
        String madeUp = "/look-after/" + Tokens.fresh();
        String answer = get(carer, madeUp).body();
        for (String link : new String[] {old, takenBack}) {
            assertThat(get(carer, link).statusCode()).isEqualTo(404);
            assertThat(get(carer, link).body()).isEqualTo(answer);
            assertThat(post(carer, link, "").statusCode()).isEqualTo(404);
        }
        assertThat(caring.mayActFor(carer.person(), patient.person())).isFalse();
    }

    @Test
    void whoLooksAfterSomebodyIsToldSoOnEveryPageAndStops() throws Exception {
        post(carer, linkShown(), "");
        assertThat(post(
                                stranger,
                                "/account/looking-after",
                                "person=" + patient.person().value())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Knock.to(post(
                        carer,
                        "/account/looking-after",
                        "person=" + patient.person().value())))
                .isEqualTo("/plan");
        for (String page : new String[] {"/", "/learn", "/privacy", "/questions/age", "/account/consent"}) {
            assertThat(get(carer, page).body()).as(page).contains("You are looking after Kim Example.");
        }
        assertThat(get(carer, "/account/consent").body()).contains("What the clinic sees");
        HttpResponse<String> kept = get(carer, "/");
        post(carer, "/account/looking-after/end", "");
        HttpResponse<String> own = get(carer, "/");
        assertThat(own.body()).doesNotContain("Kim Example");
        assertThat(own.headers().firstValue("ETag")).isNotEqualTo(kept.headers().firstValue("ETag"));
    }

    @Test
    void whatWasMeantForSomebodyElseNeverGoesIntoOnesOwnRecord() throws Exception {
        post(carer, linkShown(), "");
        post(carer, "/account/looking-after", "person=" + patient.person().value());
        Relationships relationships = context.getBean(Relationships.class);
        relationships.end(
                patient.visitor(), relationships.of(patient.person()).getFirst().id());
        HttpResponse<String> late = post(carer, "/quiet", "kind=walk&minutes=10");
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(Knock.to(late)).isEqualTo("/account/people");
        assertThat(get(carer, "/quiet/days").body()).doesNotContain("Kim Example");
        assertThat(Knock.at(base(), carer.cookieHeader(), "GET", "/api/quiet/days", null)
                        .body())
                .contains("\"quietDays\":0");
    }

    @Test
    void onlyAChildHasAGuardianAndNoChildIsOne() throws Exception {
        assertThatThrownBy(() -> caring.offer(patient.visitor(), patient.person(), Relationship.GUARDIAN))
                .isInstanceOf(BadInput.class);
        LocalDate sixteen = context.getBean(Now.class).today().plusYears(1);
        assertThat(post(patient, "/account/age", "sixteen=no&on=" + sixteen).statusCode())
                .isEqualTo(302);
        String link = caring.offer(patient.visitor(), patient.person(), Relationship.GUARDIAN)
                .getPath();
        consents.tellAge(stranger.visitor(), stranger.person(), Optional.of(sixteen));
        assertThat(post(stranger, link, "").statusCode()).isEqualTo(404);
        assertThat(Knock.to(post(carer, link, ""))).isEqualTo("/account/people");
        assertThat(caring.mayActFor(carer.person(), patient.person())).isTrue();
        time.shiftBy(Duration.ofDays(366));
        assertThat(caring.mayActFor(carer.person(), patient.person())).isFalse();
    }

    @Test
    void aChildGrowsNoOlderBySayingSo() throws Exception {
        LocalDate sixteen = context.getBean(Now.class).today().plusYears(1);
        post(patient, "/account/age", "sixteen=no&on=" + sixteen);
        assertThat(post(patient, "/account/age", "sixteen=yes").statusCode()).isEqualTo(404);
        assertThat(consents.underSixteen(patient.person())).isTrue();
        assertThat(post(patient, "/account/consents", "about=clinic-sees-record&channel=none&version=1")
                        .statusCode())
                .isEqualTo(404);
    }

    private String linkShown() throws Exception {
        String page = post(patient, "/account/people/links", "kind=carer").body();
        int at = page.indexOf("/look-after/");
        return page.substring(at, page.indexOf('"', at));
    }

    private HttpResponse<String> get(Somebody who, String address) throws Exception {
        return send(who, "GET", address, null);
    }

    private HttpResponse<String> post(Somebody who, String address, String form) throws Exception {
        return send(who, "POST", address, form);
    }

    private HttpResponse<String> send(Somebody who, String method, String address, @Nullable String form)
            throws Exception {
        return Knock.at(base(), who.cookieHeader(), method, address, form);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
