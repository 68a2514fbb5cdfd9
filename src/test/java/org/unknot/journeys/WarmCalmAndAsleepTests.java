package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.unknot.content.Readability;

/**
 * Warmth, quiet minutes and the night on a phone of 390 × 844, with and without a network. The phone's clock is moved by hand, as
 * if it had been locked meanwhile; the server's goes on by itself.
 */
@Tag("journey")
@Timeout(180)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WarmCalmAndAsleepTests extends OnAPhone {

    private static final Path PICTURES = Path.of("target/journeys");
    private static final int WORDS_OF_A_SCREEN = 100;
    private static final double HIGHEST_GRADE = 7;
    private static final Readability READABILITY = readability();

    /** Says no to everything, as the first screens and the questions would in a minute. */
    private static final String ANSWER_NO_TO_EVERYTHING = """
            async () => {
              const { questions } = await (await fetch("/api/triage/questionnaire")).json();
              const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith("can-lie-") ? "yes" : "no"]));
              const body = JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers });
              const answered = await fetch("/api/answers", { method: "POST", headers: { "Content-Type": "application/json" }, body });
              if (!answered.ok) throw new Error(String(answered.status));
            }
            """;

    private static final String KEPT_ON_THE_PHONE = """
            () => Promise.race([
              navigator.serviceWorker.ready,
              new Promise((_, no) => setTimeout(no, 20000, new Error("no service worker within 20 s"))),
            ]).then(() => true)
            """;

    @Test
    void lockedAtMinuteFiveAndWokenAtTwentyTwoItEndedAtTwenty() {
        page.navigate("/");
        page.evaluate(ANSWER_NO_TO_EVERYTHING);
        page.clock().install();
        page.navigate("/plan");
        page.locator("#item-heat a").click();
        page.waitForURL("**/heat/courses/new?minutes=20");
        assertThat(page.locator("#minutes-20")).isChecked();
        page.locator("[data-ready]").waitFor();
        look("heat-questions");

        button("None of these: start").click();
        assertThat(page.locator("[data-part=errors]")).containsText("could be pregnant");
        look("heat-missing");
        answerNotPregnant();
        page.locator("[data-line=skin-broken] label:has(input[value=unsure])").click();
        button("I ticked something").click();
        assertThat(page.locator("[data-screen=refused]")).containsText("Heat makes sore skin worse.");
        look("heat-refused");

        page.navigate("/heat/courses/new?minutes=20");
        answerNotPregnant();
        button("None of these: start").click();
        Locator clock = page.locator("[data-screen=run] [data-part=clock]");
        assertThat(clock).containsText("20:00");
        look("heat-on");
        page.clock().fastForward("05:00");
        assertThat(clock).containsText(java.util.regex.Pattern.compile("1(5:00|4:5)"));
        page.clock().fastForward("05:01");
        assertThat(page.locator("[data-part=look]")).isVisible();
        look("heat-skin");
        page.locator("[data-part=look] [data-act=fine]").click();
        assertThat(page.locator("[data-part=look]")).isHidden();

        page.clock().fastForward("12:00");
        assertThat(page.locator("[data-part=over-late]"))
                .hasText("The alarm began 2 minutes ago. Look at your skin now.");
        look("heat-over");
        button("The heat is off").click();
        page.locator("[data-part=skin-after] [data-act=fine]").click();
        assertThat(page.locator("[data-part=rest]")).containsText("You can warm your back again at");
    }

    @Test
    void withTheNetworkGoneAfterThePlanHeatQuietMinutesAndTheNightAreStillThere() throws Exception {
        try (Cable cable = new Cable(port)) {
            page.navigate(cable.address() + "/");
            page.evaluate(ANSWER_NO_TO_EVERYTHING);
            page.navigate(cable.address() + "/plan");
            page.evaluate(KEPT_ON_THE_PHONE);
            page.waitForCondition(
                    () -> (Boolean) page.evaluate("localStorage.getItem('unknot.heat.standing') !== null"));
            cable.close();

            page.navigate(cable.address() + "/heat/courses/new?minutes=15");
            answerNotPregnant();
            button("None of these: start").click();
            assertThat(page.locator("[data-screen=run] [data-part=clock]"))
                    .containsText(java.util.regex.Pattern.compile("1[45]:"));
            assertThat(page.locator("[data-part=unsent]")).isVisible();
            page.locator("[data-act=stop]").click();
            page.navigate(cable.address() + "/heat/courses/new");
            answerNotPregnant();
            button("None of these: start").click();
            assertThat(page.locator("[data-screen=refused]")).containsText("rest of an hour");

            page.navigate(cable.address() + "/quiet");
            button("Start").click();
            assertThat(page.locator("[data-screen=sit] [data-part=clock]")).containsText(":");
            page.navigate(cable.address() + "/sleep/tonight");
            assertThat(page.locator("h1")).hasText("Lie well tonight");
        }
    }

    @Test
    void whoNeverAskedTheServerIsToldNoWithoutANetwork() throws Exception {
        try (Cable cable = new Cable(port)) {
            page.navigate(cable.address() + "/emergency");
            page.evaluate(KEPT_ON_THE_PHONE);
            cable.close();
            page.navigate(cable.address() + "/heat/courses/new");
            answerNotPregnant();
            button("None of these: start").click();
            assertThat(page.locator("[data-screen=refused] [data-rule=not-asked]"))
                    .isVisible();
        }
    }

    @Test
    void quietMinutesPauseGoOnAndAreCounted() {
        page.clock().install();
        page.navigate("/quiet");
        look("quiet");
        page.locator("label:has(#before-7)").click();
        button("Start").click();
        Locator clock = page.locator("[data-screen=sit] [data-part=clock]");
        assertThat(clock).containsText("10:00");
        page.clock().fastForward("00:03");
        assertThat(page.locator("[data-part=line]")).hasText("Let the floor or the bed carry you.");
        look("quiet-on");
        page.clock().fastForward("03:57");
        button("Pause").click();
        page.clock().fastForward("30:00");
        assertThat(clock).containsText(java.util.regex.Pattern.compile("(6:00|5:5)"));
        look("quiet-paused");
        button("Go on").click();
        page.clock().fastForward("06:01");
        assertThat(page.locator("[data-screen=after] h1")).isVisible();
        page.locator("label:has(#after-3)").click();
        look("quiet-after");
        button("Done").click();
        assertThat(page.locator("[data-part=change]")).hasText("Tension before: 7. Tension now: 3.");
        assertThat(page.locator("[data-part=days-done]")).hasText("Quiet minutes on 1 of the last 7 days.");
        look("quiet-done");
    }

    @ParameterizedTest
    @CsvSource({"390,844,100", "390,664,100", "320,568,100", "844,390,100", "320,664,200", "390,664,200", "844,390,200"
    })
    void stopAndPauseAreInViewOnEveryPhoneHoweverItLies(int width, int height, int textPercent) {
        page.navigate("/");
        page.evaluate(ANSWER_NO_TO_EVERYTHING);
        page.clock().install();
        page.navigate("/heat/courses/new");
        answerNotPregnant();
        page.setViewportSize(width, height);
        page.evaluate("(percent) => (document.documentElement.style.fontSize = percent + '%')", textPercent);
        button("None of these: start").click();
        page.locator("[data-screen=run]").waitFor(); // a jump of the clock would cut off the asking
        inView("[data-act=stop]", "[data-act=hot]");
        page.clock().fastForward("08:00");
        assertThat(page.locator("[data-part=look]")).isVisible();
        inView("[data-act=stop]", "[data-act=hot]");
        page.navigate("/quiet");
        page.evaluate("(percent) => (document.documentElement.style.fontSize = percent + '%')", textPercent);
        page.locator("[data-ready]").waitFor();
        button("Start").click();
        page.clock().fastForward("00:03");
        inView("[data-act=pause]", "[data-act=enough]");
    }

    /** Wholly, without scrolling, and high enough for a thumb. */
    private void inView(String... controls) {
        page.evaluate("scrollTo(0, 0)");
        for (String control : controls) {
            BoundingBox box =
                    page.locator("[data-screen]:not([hidden]) " + control).boundingBox();
            assertThat(box.y).as(control).isGreaterThanOrEqualTo(0);
            assertThat(box.y + box.height).as(control).isLessThanOrEqualTo(page.viewportSize().height);
            assertThat(box.x + box.width).as(control).isLessThanOrEqualTo(page.viewportSize().width);
            assertThat(box.height).as(control).isGreaterThanOrEqualTo(63.5);
        }
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void startTappedBeforeTheScriptIsThereLeadsToTheSameTimer() {
        page.addInitScript("delete Navigator.prototype.serviceWorker"); // which would have the script at once
        page.navigate("/");
        page.evaluate(ANSWER_NO_TO_EVERYTHING);
        List<Route> held = new ArrayList<>();
        Consumer<Route> hold = held::add;
        page.route("**/js/app.js", hold);
        page.navigate("/heat/courses/new?minutes=15", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("label:has(#way-pack)").click();
        page.locator("label:has(#minutes-15)").click();
        page.locator("label:has(#pregnant-no)").click();
        page.unroute("**/js/app.js", hold);
        button("None of these: start").click();
        assertThat(page.locator("[data-screen=run] [data-part=clock]")).containsText("14:");
        assertThat(page.locator("[data-screen=run] [data-part=picture] svg")).isVisible();
        page.locator("[data-act=stop]").click();
        assertThat(page.locator("[data-screen=over]")).isVisible();

        page.route("**/js/app.js", hold);
        page.navigate("/quiet", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("#minutes-3").evaluate("(choice) => (choice.checked = true)");
        page.locator("#kind-body-scan").evaluate("(choice) => (choice.checked = true)");
        page.unroute("**/js/app.js", hold);
        button("Start").click();
        assertThat(page.locator("[data-screen=sit] [data-part=clock]"))
                .hasText(java.util.regex.Pattern.compile("2:5."));
        page.reload();
        assertThat(button("Go on")).isVisible();
    }

    @Test
    void theNightPageShowsOnlyWhatOneHas() {
        page.navigate("/sleep/tonight");
        look("night");
        assertThat(page.locator("[data-lie=side]")).isHidden();
        page.locator("label:has(#lie-side)").click();
        page.locator("label:has(#have-towel)").click();
        Locator side = page.locator("[data-lie=side]");
        assertThat(side.getByText("Roll up two towels.")).isVisible();
        assertThat(side.getByText("Take a long or a second pillow.")).isHidden();
        assertThat(page.locator("[data-lie=back]")).isHidden();
        look("night-side");
        page.locator("label:has(#dim)").click();
        look("night-light");
    }

    /** Once the script of the page is there; before it the form is the server's. */
    private void answerNotPregnant() {
        page.locator("[data-ready]").waitFor();
        page.locator("label:has(#pregnant-no)").click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        String words = page.locator("main").innerText();
        if (READABILITY.words(words).size() >= WORDS_OF_A_SCREEN) {
            assertThat(READABILITY.grade(words)).as("reading grade of " + name).isLessThanOrEqualTo(HIGHEST_GRADE);
        }
        Chromium.assertAccessible(page);
    }

    private static Readability readability() {
        try {
            return Readability.withNamedTerms();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
