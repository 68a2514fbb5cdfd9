package org.unknot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.moments.support.Now;
import org.unknot.account.Accounts;
import org.unknot.account.EmailAddress;
import org.unknot.account.Relationship;
import org.unknot.account.Role;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;
import org.unknot.program.Answered;
import org.unknot.session.PaperRecords;
import org.unknot.session.QuietMinutes;
import org.unknot.session.Scripts;
import org.unknot.triage.Triage;

/** Somebody of the staff at work: on a phone and at a desk, by day and by night, by keyboard, with large words. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StaffJourneyTests extends OnAPhone {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Triage triage;

    @Autowired
    private Scripts scripts;

    @Autowired
    private PaperRecords records;

    @Autowired
    private QuietMinutes quiet;

    @Autowired
    private Now now;

    private SignedInAs signedIn;
    private Somebody patient;

    @BeforeEach
    void aClinic() {
        signedIn = new SignedInAs(context);
        patient = signedIn.patientWhoConsents();
        accounts.call(patient.person(), "Robin Example", "+61 2 5550 0199");
        accounts.use(patient.person(), EmailAddress.typed(patient.person().value() + "@example.org"));
        Answered.withNoToEverything(triage, patient.visitor(), 3);
        UUID script = scripts.ofToday(patient.visitor()).orElseThrow().id();
        records.take(patient.visitor(), script, "better", "2");
        quiet.take(
                patient.visitor(),
                UUID.randomUUID(),
                new QuietMinutes.Told(
                        "body-scan", now.instant(), Optional.empty(), 600, Optional.empty(), Optional.empty()));
    }

    @Test
    void everyPageIsWhatItShouldBeOnAPhoneAndAtADesk() {
        Somebody owner = come(Role.OWNER, Role.SOFT_TISSUE_OT);
        signedIn.relate(patient, owner, Relationship.TREATS);
        List<String> addresses = List.of(
                "/staff",
                "/staff/team",
                "/staff/people?find=robin",
                "/staff/people/" + patient.person().value(),
                "/staff/audit?verify=true",
                "/staff/audit/people/" + patient.person().value(),
                "/staff/settings");
        for (String address : addresses) {
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 844);
                page.navigate(address);
                assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                                .count())
                        .as(address)
                        .isEqualTo(1);
                Chromium.assertAccessible(page);
                assertNothingSticksOut(address + " at " + width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target/look/staff" + address.replaceAll("[^a-z]+", "-") + "-" + width + ".png")));
            }
        }
    }

    @Test
    void wordsTwiceAsLargeOnTheSmallestPhoneStillFit() {
        Somebody owner = come(Role.OWNER, Role.SOFT_TISSUE_OT);
        signedIn.relate(patient, owner, Relationship.TREATS);
        page.setViewportSize(320, 640);
        for (String address : List.of("/staff", "/staff/team", "/staff/people", "/staff/audit", "/staff/settings")) {
            page.navigate(address);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertNothingSticksOut(address);
        }
    }

    @Test
    void aColleagueIsInvitedByKeyboardAlone() {
        come(Role.OWNER);
        page.setViewportSize(1280, 800);
        page.navigate("/staff/team");
        Locator desk = page.locator("#invite").getByLabel("Front desk");
        for (int tabs = 0;
                tabs < 80 && !Boolean.TRUE.equals(desk.evaluate("it => it === document.activeElement"));
                tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        Locator make = page.getByText("Make the link");
        for (int tabs = 0;
                tabs < 20 && !Boolean.TRUE.equals(make.evaluate("it => it === document.activeElement"));
                tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        page.waitForURL("**/staff/team/invitations");
        assertThat(page.getByLabel("Link to join").inputValue()).contains("/join/");
    }

    private Somebody come(Role... roles) {
        Somebody somebody = signedIn.with(roles);
        accounts.call(somebody.person(), "Olu Owner", "");
        phone.addCookies(List.of(new Cookie("unknot_session", somebody.cookie()).setUrl("http://localhost:" + port)));
        return somebody;
    }

    private void assertNothingSticksOut(String where) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as(where).isLessThanOrEqualTo(0);
    }
}
