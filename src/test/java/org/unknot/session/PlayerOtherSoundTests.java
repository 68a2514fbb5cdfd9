package org.unknot.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.session.PlayerScreens.tap;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of music while a session sounds: a choice where the browser lets a page say so, and no empty promise elsewhere. */
@Tag("journey")
class PlayerOtherSoundTests extends PlayerInChromium {

    private static final String A_BROWSER_THAT_CAN_BE_TOLD =
            "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } })";

    @Test
    void whatIsChosenIsToldToTheBrowserAndRememberedOnThePhone() {
        Page page = screens.open(phone(), "/sessions/demo", A_BROWSER_THAT_CAN_BE_TOLD);
        tap(page, "Check this phone");
        Locator quieter = page.getByLabel("Make it quieter while we sound");
        assertThat(page.getByLabel("Pause it")).isChecked();
        assertThat(type(page)).isEqualTo("playback");
        quieter.check();
        assertThat(type(page)).isEqualTo("transient");
        page.getByLabel("Leave it alone. A locked phone then silences us.").check();
        assertThat(type(page)).isEqualTo("ambient");

        page.reload();
        tap(page, "Start");
        assertThat(page.locator("[data-part=main]")).hasText("I’m in position");
        assertThat(type(page)).isEqualTo("ambient");
        page.reload();
        tap(page, "Check this phone");
        assertThat(page.getByLabel("Leave it alone. A locked phone then silences us."))
                .isChecked();
    }

    @Test
    void whereTheBrowserCannotBeToldNothingIsAsked() {
        Page page = screens.open(phone(), "/sessions/demo");
        tap(page, "Check this phone");
        assertThat(page.getByText("What this phone can do")).isVisible();
        assertThat(page.getByText("When something else plays on this phone")).isHidden();
    }

    private static String type(Page page) {
        return (String) page.evaluate("() => navigator.audioSession.type");
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(390, 844);
    }
}
