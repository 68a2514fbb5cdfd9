package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
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
        page.waitForFunction("() => navigator.serviceWorker.controller");
        assertThat(page.evaluate(ANSWER_ALL)).isEqualTo(200);
        page.navigate("/plan");
        assertThat(page.getByText("Kept on this phone.")).isVisible();
        cable.close();
    }

    @AfterEach
    void putPhoneAway() throws IOException {
        chromium.close();
        cable.close();
    }

    @Test
    void theWholeSessionRunsWithoutANetworkAlsoInATabThatWasKilledAndArrivesOnce() throws IOException {
        int before = records();
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
        assertThat(page.locator("[data-screen=done]")
                        .getByText("1 session is saved on this phone and will be sent later."))
                .isVisible();

        cable = cable.again();
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.locator("[data-screen=done] [data-part=outbox]")).isEmpty();
        page.reload();
        assertThat(button("Start")).isEnabled();
        assertThat(records()).isEqualTo(before + 1);
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

    private int records() {
        return jdbc.sql("select count(*) from session.record")
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
