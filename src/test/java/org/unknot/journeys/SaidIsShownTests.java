package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whatever is said stands on the screen at the moment at which it is said, for who cannot hear it. */
@Tag("journey")
@Timeout(180)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "unknot.script-shortening=30")
class SaidIsShownTests extends OnAPhone {

    /** A voice that notes what it is to say, and what can be read at that moment where captions are. */
    private static final String A_VOICE_THAT_NOTES = """
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; this.volume = 1; } };
            const captions = () => [...document.querySelectorAll('[data-caption]')]
                .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
                .map((one) => one.innerText).join(' ').replace(/\\\\s+/g, ' ');
            Object.defineProperty(window, 'speechSynthesis', { value: {
              speaking: false, pending: false, cancel() {},
              getVoices: () => [{ lang: 'en-AU', name: 'A voice', localService: true }],
              speak: ({ text, volume }) => volume > 0 && text.trim() !== '' && noteSaid(text, captions()),
            } });
            """;

    private static final String ANSWER_NO_TO_EVERYTHING = """
            async () => {
              const { questions } = await (await fetch("/api/triage/questionnaire")).json();
              const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith("can-lie-") ? "yes" : "no"]));
              const body = JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers });
              await fetch("/api/answers", { method: "POST", headers: { "Content-Type": "application/json" }, body });
            }
            """;

    /** What was said, and what could be read at that moment. */
    private record Said(String text, String shown) {}

    private final List<Said> said = new CopyOnWriteArrayList<>();

    @BeforeEach
    void giveItAVoice() {
        said.clear();
        phone.exposeFunction("noteSaid", args -> said.add(new Said((String) args[0], (String) args[1])));
        phone.addInitScript(A_VOICE_THAT_NOTES);
        page.navigate("/");
        page.evaluate(ANSWER_NO_TO_EVERYTHING);
    }

    @Test
    void overAWholeSessionWhichNeedsNoNetworkAfterThePlan() throws IOException {
        try (Cable cable = new Cable(port)) {
            page.navigate(cable.address() + "/offline");
            page.waitForCondition(() -> (Boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
            page.evaluate(ANSWER_NO_TO_EVERYTHING);
            page.navigate(cable.address() + "/plan");
            assertThat(page.getByText("Kept on this phone.")).isVisible();
            cable.close();
            page.locator("form[action='/sessions'] button").first().click();
            page.waitForURL("**/play");
            button("Start").click();
            assertThat(page.locator("[data-part=main]")).hasText("I’m in position");
            page.evaluate("() => setInterval(() => document.querySelector('[data-act=done]')?.click(), 700)");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("How is it now?")))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
            allOfItWasShown(20);
        }
    }

    @Test
    void overACourseOfHeat() {
        page.clock().install();
        page.navigate("/heat/courses/new?minutes=15&way=pack");
        page.locator("[data-ready]").waitFor();
        page.locator("label:has(#pregnant-no)").click();
        button("None of these: start").click();
        page.locator("[data-screen=run]").waitFor();
        page.clock().fastForward("08:00");
        page.locator("[data-part=look] [data-act=fine]").click();
        page.clock().fastForward("06:30");
        page.clock().fastForward("01:00");
        assertThat(page.locator("[data-screen=over]")).isVisible();
        allOfItWasShown(4);
    }

    @Test
    void overQuietMinutes() {
        page.clock().install();
        page.navigate("/quiet");
        page.locator("[data-ready]").waitFor();
        page.locator("label:has(#minutes-3)").click();
        button("Start").click();
        page.locator("[data-screen=sit]").waitFor();
        for (int i = 0; i < 36; i++) {
            page.clock().fastForward(5000);
        }
        allOfItWasShown(8);
    }

    private void allOfItWasShown(int atLeast) {
        assertThat(said).hasSizeGreaterThanOrEqualTo(atLeast);
        for (Said one : said) {
            for (String sentence : one.text().split("(?<=[.!?]) ")) {
                assertThat(one.shown()).as("while “%s” was said", one.text()).contains(withoutStop(sentence));
            }
        }
    }

    /** What the voice is given for a pause after a heading does not stand on the screen. */
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
