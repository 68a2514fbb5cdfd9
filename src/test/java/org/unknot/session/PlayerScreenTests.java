package org.unknot.session;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unknot.session.PlayerScreens.tap;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the player promises to somebody who lies on the floor, in a real browser. */
@org.junit.jupiter.api.Tag("journey")
class PlayerScreenTests extends PlayerInChromium {

    /** What of the session's buttons is not wholly in view, smaller than it may be, or pushes the page. */
    private static final String OUT_OF_REACH = """
        () => {
          const bad = [];
          const shown = [...document.querySelectorAll('[data-screen="go"] button')].filter((b) => b.offsetParent);
          for (const b of shown) {
            const { top, bottom, left, right } = b.getBoundingClientRect();
            const least = b.dataset.part === "main" ? 96 : b.closest(".player-row--over") ? 48 : 64;
            if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) bad.push(b.textContent + " is out of view");
            if (bottom - top < least - 0.5) bad.push(b.textContent + " is only " + (bottom - top) + " high");
          }
          if (!shown.some((b) => b.dataset.act === "stop")) bad.push("no Stop");
          if (!shown.some((b) => ["pause", "halt", "resume"].includes(b.dataset.act))) bad.push("no Pause");
          if (document.scrollingElement.scrollWidth > innerWidth) bad.push("the page scrolls sideways");
          return bad;
        }\
        """;

    /** What lies over the line that everybody is invented, or what keeps it from being read. */
    private static final String OVER_THE_LINE = """
        () => {
          const line = document.querySelector("#player > .demo-banner");
          const { top, bottom, left, right } = line.getBoundingClientRect();
          const letters = (one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const { top, bottom, left, right, width } = range.getBoundingClientRect();
            const clip = one.closest(".player-words")?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight }; // the words scroll
            return { top: Math.max(top, clip.top), bottom: Math.min(bottom, clip.bottom), left, right, width };
          };
          const meets = (box) => box.top < bottom - 0.5 && box.bottom > top && box.left < right && box.right > left && box.width > 0;
          const over = [...document.querySelectorAll("#player :is(button, a, h2, p:not(.demo-banner))")]
            .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden") && meets(letters(one)));
          if (top < 0 || left < 0 || right > innerWidth) over.push(line);
          if (line.scrollWidth > line.clientWidth || bottom - top > 40) over.push(line);
          return over.map((one) => one.outerHTML.slice(0, 80));
        }\
        """;

    @ParameterizedTest
    @CsvSource({"390,664,100", "390,844,100", "320,568,100", "844,390,100", "320,664,200", "390,664,200", "844,390,200"
    })
    void pauseAndStopAreAlwaysInViewWithoutScrolling(int width, int height, int textPercent) {
        Page page = screens.open(size(width, height), "/sessions/demo");
        page.evaluate("(percent) => (document.documentElement.style.fontSize = percent + '%')", textPercent);
        throughTheStates(
                page,
                state -> assertThat((List<?>) page.evaluate(OUT_OF_REACH))
                        .as(state)
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"390,664,100", "320,568,100", "844,390,100", "320,664,200", "844,390,200"})
    void theLineOfADemoIsInViewAndTakesNothingOutOfReach(int width, int height, int textPercent) {
        Page page = screens.open(size(width, height), "/sessions/demo?invented");
        page.evaluate("(percent) => (document.documentElement.style.fontSize = percent + '%')", textPercent);
        throughTheStates(page, state -> {
            assertThat((List<?>) page.evaluate(OUT_OF_REACH)).as(state).isEmpty();
            assertThat((List<?>) page.evaluate(OVER_THE_LINE)).as(state).isEmpty();
        });
    }

    @Test
    void theRingLeavesRoomForAFigureOnALowScreen() {
        Page page = screens.open(size(390, 664), "/sessions/demo");
        tap(page, "Start");
        tap(page, "I’m in position");
        assertThat(page.locator(".player-ring").boundingBox().width).isLessThanOrEqualTo(176);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyStateIsCleanForAxe(ColorScheme scheme) {
        Page page = screens.open(size(390, 664).setColorScheme(scheme), "/sessions/demo");
        assertThat(page.getByRole(AriaRole.HEADING, named("Ready when you are")))
                .isVisible();
        axe(page, "start");
        throughTheStates(page, state -> axe(page, state));
        page.keyboard().press("s");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        axe(page, "stop sheet");
        answerPain(page, "7");
        assertThat(page.getByRole(AriaRole.HEADING, named("Enough stretching for now")))
                .isVisible();
        axe(page, "stopped");
        screens.complaints.clear(); // axe loads style sheets by itself and in its own way, which the policy refuses
    }

    @Test
    void theWholeSessionCanBeDoneWithKeys() {
        Page page = screens.open(size(390, 664), "/sessions/demo");
        page.getByRole(AriaRole.BUTTON, named("Start").setExact(true)).focus();
        page.keyboard().press("Enter");
        Locator main = page.locator("[data-part=main]");
        assertThat(main).isFocused();
        assertThat(main).hasText("I’m in position");
        page.keyboard().press("Space");
        assertThat(main).hasText("Pause");
        page.keyboard().press("+");
        assertThat(page.getByRole(AriaRole.TIMER)).hasText("40");
        page.locator("#player").focus();
        page.keyboard().press("Space");
        assertThat(main).hasText("Go on");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-part=what]")).hasText("Get ready · Right side, 2 of 2");
        page.keyboard().press("m");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sound off"))).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Show what changes")).press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please choose what made you stop.");
        page.keyboard().press("Space");
        page.getByRole(AriaRole.BUTTON, named("Show what changes")).press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void numbnessEndsTheSessionAndLeadsToTheDangerSigns() {
        Page page = screens.open(size(390, 664), "/sessions/demo");
        tap(page, "Start");
        tap(page, "I’m in position");
        tap(page, "Stop: it hurts");
        page.getByText("Numb or tingling").click();
        tap(page, "Show what changes");
        Locator way = page.getByRole(AriaRole.LINK, named("Check the danger signs"));
        assertThat(way).isVisible();
        assertThat(way).hasAttribute("href", "/emergency");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Go on"))).isHidden();
    }

    @Test
    void aClosedTabGoesOnWhereItStopped() {
        Page page = screens.open(size(390, 664), "/sessions/demo");
        tap(page, "Start");
        tap(page, "I’m in position");
        page.waitForCondition(() -> page.getByRole(AriaRole.TIMER).innerText().equals("28"));
        page.reload();
        assertThat(page.getByRole(AriaRole.HEADING, named("Go on where you stopped?")))
                .isVisible();
        tap(page, "Go on");
        assertThat(page.getByRole(AriaRole.TIMER)).hasText(java.util.regex.Pattern.compile("2[6-9]"));
        assertThat(page.locator("[data-part=what]")).hasText("Knee to chest · Left side, 1 of 2");
    }

    @Test
    void aSessionWithoutANetworkArrivesOnceWhenItIsBack() {
        Page page = screens.open(size(390, 664), "/sessions/demo");
        assertThat(page.getByRole(AriaRole.HEADING, named("Ready when you are")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Start").setExact(true)))
                .isEnabled();
        page.context().setOffline(true);
        tap(page, "Start");
        tap(page, "I’m in position");
        page.locator("[data-part=stage]").click();
        tap(page, "End here");
        page.getByText("Better").click();
        page.locator("[data-screen=after] .scale__point").nth(2).click();
        tap(page, "Save");
        assertThat(page.getByText("1 record is saved on this phone and will be sent later.")
                        .last())
                .isVisible();
        page.context().setOffline(false);
        assertThat(page.locator("[data-screen=done] [data-part=outbox]")).isEmpty();
        String records = page.request().get(screens.address + "/records").text();
        assertThat(records).containsOnlyOnce("\"change\":\"better\"");
    }

    /** Get ready, hold, paused, and an as-able hold; leaves the session in the last. */
    private static void throughTheStates(Page page, Consumer<String> look) {
        Locator main = page.locator("[data-part=main]");
        tap(page, "Start");
        assertThat(main).hasText("I’m in position");
        look.accept("get ready");
        main.click();
        assertThat(main).hasText("Pause");
        look.accept("hold");
        page.locator("[data-part=stage]").click();
        assertThat(main).hasText("Go on");
        look.accept("paused");
        tap(page, "Skip");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[data-part=cue]")).hasText("Press up");
        page.locator("[data-act=done]").press("Space");
        assertThat(page.getByRole(AriaRole.BUTTON, named("I need a rest"))).isVisible();
        look.accept("as able");
    }

    private static void answerPain(Page page, String score) {
        Locator sheet = page.getByRole(AriaRole.DIALOG);
        sheet.getByText("Pain", new Locator.GetByTextOptions().setExact(true)).click();
        sheet.getByText(score, new Locator.GetByTextOptions().setExact(true)).click();
        tap(page, "Show what changes");
    }

    private static void axe(Page page, String state) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(state)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static NewContextOptions size(int width, int height) {
        return new NewContextOptions().setViewportSize(width, height);
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
