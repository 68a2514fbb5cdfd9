package org.unknot.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.session.PlayerScreens.tap;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a browser lacks or denies: the session runs, one line says what is missing, and its record arrives. */
@Tag("journey")
class PlayerLackTests extends PlayerInChromium {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sound                 | delete window.AudioContext",
                "a voice               | Object.defineProperty(window, 'speechSynthesis', { value: undefined })",
                "keeping the screen on | navigator.wakeLock.request = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
                "keeping the screen on | Object.defineProperty(navigator, 'wakeLock', { value: undefined })",
                "keeping your place    | Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })",
                "keeping your place    | Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
                "working offline       | delete Navigator.prototype.serviceWorker",
                "''                    | Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError') } })",
                "''                    | IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }",
                "''                    | delete window.Worker",
                "''                    | Object.defineProperty(navigator, 'locks', { value: undefined })"
            })
    void theSessionRunsAllTheSame(String missing, String broken) {
        Page page = screens.open(new NewContextOptions().setViewportSize(390, 664), "/sessions/demo", broken);
        int before = records(page);
        tap(page, "Start");
        assertThat(page.locator("[data-part=main]")).hasText("I’m in position");
        if (!missing.isEmpty()) {
            assertThat(page.locator("[data-part=missing]")).containsText(missing);
        }
        page.locator("[data-part=main]").click();
        assertThat(page.locator("[data-part=main]")).hasText("Pause");
        page.locator("[data-part=stage]").click();
        tap(page, "End here");
        page.waitForURL("**/after");
        assertThat(records(page)).isEqualTo(before + 1);
    }

    private static int records(Page page) {
        return page.request().get(screens.address + "/records").text().split("\"revision\"", -1).length - 1;
    }
}
