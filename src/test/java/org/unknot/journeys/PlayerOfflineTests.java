package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cable is pulled after the plan: what follows is on the phone, and what happened arrives once when it is plugged in again. */
@Tag("journey")
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PlayerOfflineTests {

    /** Every question of the questionnaire with no, and that every position can be taken. */
    private static final String ANSWER_ALL = """
            async () => {
              const { questions } = await (await fetch('/api/triage/questionnaire')).json();
              const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith('can-lie-') ? 'yes' : 'no']));
              const body = JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers });
              const headers = { 'Content-Type': 'application/json' };
              return (await fetch('/api/answers', { method: 'POST', headers, body })).status;
            }
            """;

    private static final String ONE_WAITS = "1 record is saved on this phone and will be sent later.";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Chromium chromium;
    private Cable cable;
    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void aPhoneThatHasSeenItsPlan() throws IOException {
        chromium = new Chromium();
        cable = new Cable(port);
        phone = chromium.phone(cable.address(), true);
        page = phone.newPage();
        page.setDefaultTimeout(20_000);
        page.navigate("/offline");
        page.waitForCondition(() -> (Boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
        assertThat(page.evaluate(ANSWER_ALL)).isEqualTo(200);
        page.navigate("/plan");
        assertThat(page.getByText("Kept on this phone.")).isVisible();
        page.waitForCondition(() -> (Boolean) page.evaluate("localStorage.getItem('unknot.heat.standing') !== null"));
        cable.close();
    }

    @AfterEach
    void putPhoneAway() throws IOException {
        chromium.close();
        cable.close();
    }

    @Test
    void theWholeSessionRunsWithoutANetworkAlsoInATabThatWasKilledAndArrivesOnce() throws IOException {
        int before = rows("session.record");
        page.locator("form[action='/sessions'] button").first().click();
        page.waitForURL("**/play");
        button("Start").click();
        assertThat(page.locator("[data-part=main]")).hasText("I’m in position");
        page.locator("[data-part=main]").click();
        assertThat(page.locator("[data-part=main]")).hasText("Pause");
        page.close();

        page = phone.newPage();
        page.navigate("/play");
        assertThat(page.getByRole(AriaRole.HEADING, named("Go on where you stopped?")))
                .isVisible();
        button("Go on").click();
        page.locator("[data-part=stage]").click();
        button("End here").click();
        page.getByText("Better").click();
        page.locator("[data-screen=after] .scale__point").nth(2).click();
        button("Save").click();
        assertThat(page.locator("[data-screen=done]").getByText(ONE_WAITS)).isVisible();

        cable = cable.again();
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.locator("[data-screen=done] [data-part=outbox]")).isEmpty();
        page.reload();
        assertThat(button("Start")).isEnabled();
        assertThat(rows("session.record")).isEqualTo(before + 1);
    }

    @Test
    void aCourseOfHeatGoesOnInATabThatWasKilledAndArrivesOnce() throws IOException {
        int before = rows("heat.course");
        openHeat();
        page.locator("label:has(#pregnant-no)").click();
        button("None of these: start").click();
        assertThat(page.locator("[data-screen=run] [data-part=clock]")).containsText("14:");
        assertThat(page.locator("[data-part=unsent]")).hasText(ONE_WAITS);
        page.close();

        page = phone.newPage();
        openHeat();
        assertThat(page.locator("[data-screen=run] [data-part=clock]")).containsText("14:");
        button("Stop: the heat is off").click();
        assertThat(page.locator("[data-screen=over]")).isVisible();
        page.locator("[data-part=skin-after] [data-act=fine]").click();
        assertThat(page.locator("[data-part=unsent]")).hasText(ONE_WAITS);

        pluggedInAgain();
        assertThat(page.locator("[data-part=unsent]")).isHidden();
        page.reload();
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.locator("[data-ready]").waitFor();
        assertThat(rows("heat.course")).isEqualTo(before + 1);
        assertThat(jdbc.sql(
                                "select how || ' ' || skin || ' ' || late from heat.course order by received_at desc limit 1")
                        .query((row, n) -> row.getString(1))
                        .single())
                .isEqualTo("stopped fine true");
    }

    @Test
    void quietMinutesGoOnInATabThatWasKilledAndArriveOnceFromAnyPage() throws IOException {
        int before = rows("session.quiet");
        page.navigate("/quiet");
        page.locator("[data-ready]").waitFor();
        page.locator("label:has(#minutes-3)").click();
        button("Start").click();
        Locator clock = page.locator("[data-screen=sit] [data-part=clock]");
        assertThat(clock).hasText("2:57");
        page.close();

        page = phone.newPage();
        page.navigate("/quiet");
        clock = page.locator("[data-screen=sit] [data-part=clock]");
        assertThat(clock).hasText(Pattern.compile("2:5[78]"));
        button("Go on").click();
        assertThat(clock).hasText("2:56");
        button("That was enough").click();
        page.locator("label:has(#after-3)").click();
        button("Done").click();
        assertThat(page.locator("[data-part=unsent]")).hasText(ONE_WAITS);

        assertThat(page.evaluate("() => localStorage.getItem('unknot.waiting')"))
                .isEqualTo("1");
        cable = cable.again();
        page.navigate("/emergency");
        page.waitForCondition(() -> (Boolean) page.evaluate("localStorage.getItem('unknot.waiting') === null"));
        assertThat(rows("session.quiet")).isEqualTo(before + 1);
        page.navigate("/quiet");
        assertThat(page.locator("[data-part=days]")).hasText("No quiet minutes yet this week. Today is a good day.");
        assertThat(rows("session.quiet")).isEqualTo(before + 1);
    }

    @Test
    void theNightPageIsWholeWithoutANetwork() {
        page.navigate("/sleep/tonight");
        assertThat(page.locator("h1")).hasText("Lie well tonight");
        assertThat(page.locator("[data-lie=side]")).isHidden();
        page.locator("label:has(#lie-side)").click();
        assertThat(page.locator("[data-lie=side]")).isVisible();
        assertThat(page.locator("[data-lie=side] svg").first()).isVisible();
    }

    @Test
    void helpAndReliefStayOneTapAway() {
        for (String path : new String[] {"/emergency", "/heat", "/call-now", "/play"}) {
            page.navigate(path);
            assertThat(page.locator("h1").first()).hasCount(1);
            assertThat(page.locator("h1").first()).not().hasText("You are offline");
        }
    }

    @Test
    void twoTabsDoNotPlayAtOnce() {
        page.navigate("/play");
        button("Start").click();
        assertThat(page.locator("[data-part=main]")).hasText("I’m in position");
        Page second = phone.newPage();
        second.navigate("/play");
        second.getByRole(AriaRole.BUTTON, named("Start").setExact(true)).click();
        assertThat(second.getByText("This session is open in another tab.")).isVisible();
        second.getByRole(AriaRole.BUTTON, named("Go on here")).click();
        assertThat(second.locator("[data-part=main]")).isVisible();
        assertThat(page.getByText("This session is open in another tab.")).isVisible();
    }

    private void openHeat() {
        page.navigate("/heat/courses/new?minutes=15");
        page.locator("[data-ready]").waitFor();
    }

    private void pluggedInAgain() throws IOException {
        cable = cable.again();
        page.evaluate("() => dispatchEvent(new Event('online'))");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
