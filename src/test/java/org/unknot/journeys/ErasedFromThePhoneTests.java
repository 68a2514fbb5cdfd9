package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whoever erases all is told first how much of it is only on this phone, and then it is gone from there, too. */
@Tag("journey")
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErasedFromThePhoneTests extends OnAPhone {

    private static final String SOMETHING_IS_KNOWN = """
            async () => {
              const told = { kind: 'walk', seconds: 600, startedAt: new Date().toISOString() };
              const id = '0197a1b0-0000-7000-8000-' + String(Date.now()).padStart(12, '0').slice(-12);
              const headers = { 'Content-Type': 'application/json' };
              return (await fetch('/api/quiet/' + id, { method: 'PUT', headers, body: JSON.stringify(told) })).status;
            }
            """;

    /** One of each kind that cannot be sent, as a full or an older phone may hold them. */
    private static final String ONE_OF_EACH_WAITS = """
            async () => {
              const { deviceOutbox } = await import(document.querySelector('script[src$="js/app.js"]').src.replace('app.js', 'player/outbox.js'));
              const box = await deviceOutbox();
              for (const [n, kind] of ['session', 'heat', 'quiet'].entries()) await box.put('0197a1b0-0000-7000-8000-00000000000' + n, { old: true }, kind);
              localStorage.setItem('unknot.heat.unsent', '{"a": {}, "b": {}}');
              localStorage.setItem('unknot.quiet.unsent', '{');
            }
            """;

    /** Keys of ours, and records; an empty database is made by whoever only looks. */
    private static final String LEFT = """
            async () => {
              const { deviceStore } = await import(document.querySelector('script[src$="js/app.js"]').src.replace('app.js', 'player/store.js'));
              return [...Object.keys(localStorage).filter((key) => key.startsWith('unknot.')), ...(await (await deviceStore()).all())];
            }
            """;

    @Test
    void withTheNumberOfWhatWasNotSentAndASecondTap() {
        page.navigate("/");
        assertThat(page.evaluate(SOMETHING_IS_KNOWN)).isEqualTo(201);
        page.evaluate(ONE_OF_EACH_WAITS);
        page.navigate("/privacy");
        Locator erase = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase all about me"));
        Locator warning = page.locator("[data-part=unsent]");
        page.waitForCondition(() -> (Boolean) page.evaluate("localStorage.getItem('unknot.waiting') !== null"));
        erase.click();
        assertThat(warning).hasText("6 records on this phone were not sent yet. Tap again to erase them too.");
        assertThat(page.locator("h1")).hasText("What we keep about you");
        Chromium.assertAccessible(page);
        erase.click();
        page.waitForURL("**/privacy?erased=true");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done. All we had about you is gone.");
        assertThat((List<?>) page.evaluate(LEFT)).isEmpty();
    }

    @Test
    void whomTheServerDoesNotKnowMayHaveSomethingOnThePhone() {
        page.navigate("/privacy");
        Locator erase = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase all about me"));
        assertThat(erase).isHidden();
        page.evaluate(ONE_OF_EACH_WAITS);
        page.reload();
        erase.click();
        assertThat(page.locator("[data-part=unsent]")).containsText("6 records on this phone");
        erase.click();
        page.waitForURL("**/privacy?erased=true");
        assertThat((List<?>) page.evaluate(LEFT)).isEmpty();
    }

    @Test
    void withOneTapWhereEverythingWasSent() {
        page.navigate("/");
        assertThat(page.evaluate(SOMETHING_IS_KNOWN)).isEqualTo(201);
        page.navigate("/privacy");
        page.waitForLoadState();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Erase all about me"))
                .click();
        page.waitForURL("**/privacy?erased=true");
        assertThat((List<?>) page.evaluate(LEFT)).isEmpty();
    }
}
