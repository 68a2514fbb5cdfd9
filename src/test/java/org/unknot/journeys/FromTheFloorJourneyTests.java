package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.unknot.content.Readability;

/**
 * A person whose back is in spasm, with a phone: from home to tomorrow, to the emergency page, with scripts and without. The
 * seconds are short because the server wrote a short script; the player is the real one.
 */
@Tag("journey")
@Timeout(180)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"unknot.script-shortening=20", "unknot.time-machine=true"})
class FromTheFloorJourneyTests extends OnAPhone {

    private static final Path PICTURES = Path.of("target/journeys");
    private static final int MOST_ANSWERS_TO_THE_FIRST_STRETCH = 12;

    private static final Readability READABILITY = readability();
    private static final int WORDS_OF_A_SCREEN = 100;
    private static final double HIGHEST_GRADE = 7;

    @Test
    void fromHomeThroughASessionToTomorrow() {
        page.navigate("/");
        look("home");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yes, help me"))
                .click();
        look("call-now");
        noneOfThese();
        look("doctor-first");
        page.getByLabel("Your age").fill("35");
        noneOfThese();
        look("lie");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("back"))
                .click();
        page.waitForURL("**/ease/**");

        play("ease");
        sayInThePlayerHowItWas("Better", 5);
        int answers = answerUntilResult();
        look("result");
        assertThat(page.locator(".care-card").first()).hasAttribute("data-level", "self-care");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("plan"))
                .first()
                .click();
        page.waitForURL("**/plan");
        look("plan");
        answers += addAStretch();
        look("plan-with-stretch");
        assertThat(answers)
                .as("answers between the first ease and the first stretch")
                .isLessThanOrEqualTo(MOST_ANSWERS_TO_THE_FIRST_STRETCH);
        System.getLogger("journey").log(System.Logger.Level.INFO, "Answers to the first stretch: " + answers);

        startNow();
        play("player");
        lookAtAHold();
        page.waitForURL("**/after", new Page.WaitForURLOptions().setTimeout(120_000));
        look("after");
        sayOnThePageHowItWas("better", 3);
        look("tomorrow");
        assertThat(page.locator("h1")).containsText("omorrow");
    }

    @Test
    void numbnessLeadsToTheEmergencyPageAtOnce() {
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yes, help me"))
                .click();
        page.locator("label:has(#saddle-numb)").click();
        page.waitForURL("**/emergency", new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        look("emergency");
        assertThat(page.locator("main")).containsText("local emergency number");
    }

    @Test
    void withoutScriptsItGoesAsFarAsThePrintedSession() {
        phone.close();
        takePhone(false);
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Yes, help me"))
                .click();
        noneOfThese();
        page.getByLabel("Your age").fill("35");
        noneOfThese();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("back"))
                .click();
        page.waitForURL("**/ease/**");
        assertThat(page.locator("h1")).isVisible();
        page.navigate("/questions");
        answerUntilResult();
        page.navigate("/plan");
        addAStretch();
        startNow();
        look("printable");
        assertThat(page.locator(".program-sheet")).containsText("left side");
        assertThat(page.locator(".program-sheet .step-card").first()).isVisible();
        assertThat(page.locator("#player")).isHidden();
        page.locator("a[href$='/after']").click();
        sayOnThePageHowItWas("better", 3);
    }

    @Test
    void withoutScriptsATickLeadsToTheEmergencyPage() {
        phone.close();
        takePhone(false);
        page.navigate("/call-now");
        page.locator("label:has(input[name='chest-pain'][value='yes'])").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"))
                .click();
        page.waitForURL("**/emergency");
    }

    private void noneOfThese() {
        String before = page.url();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("None of these"))
                .click();
        page.waitForURL(url -> !url.equals(before));
    }

    /** Plays whatever the page holds, from the start tap until it asks how it was. */
    private void play(String name) {
        Locator player = page.locator("#player");
        player.waitFor();
        look(name + "-start");
        Locator before = player.locator("[data-part=before]");
        if (before.isVisible()) {
            before.locator("label:has(input[value='4'])").click();
        }
        player.locator("[data-act=start]").click();
        player.locator("[data-screen=go]").waitFor();
        look(name);
    }

    private void sayInThePlayerHowItWas(String change, int pain) {
        Locator after = page.locator("[data-screen=after]");
        after.waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        after.getByText(change, new Locator.GetByTextOptions().setExact(true)).click();
        after.locator("label:has(input[name=pain][value='" + pain + "'])").click();
        after.locator("button[type=submit]").click();
        Locator done = page.locator("[data-screen=done]");
        done.waitFor();
        done.locator("[data-part=done-link]").click();
    }

    private void sayOnThePageHowItWas(String change, int pain) {
        page.locator("label:has(#change-" + change + ")").click();
        page.locator("label:has(#pain-" + pain + ")").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForURL("**/tomorrow");
    }

    /** Answers no to each question, pain 4, since yesterday; returns how many answers that took. */
    private int answerUntilResult() {
        int answers = 0;
        while (!page.url().matches(".*/(result|plan)$")) {
            assertThat(answers).as("questions without end at " + page.url()).isLessThan(30);
            String before = page.url();
            if (answers == 0) {
                look("question");
            }
            if (page.locator("#pain-4").count() > 0) {
                page.locator("label:has(#pain-4)").click();
            } else if (page.locator("#answer-no").count() > 0) {
                page.locator("label:has(#answer-no)").click();
            } else {
                page.locator("main label:has(input[type=radio])").first().click();
            }
            page.locator("main form button").first().click();
            page.waitForURL(url -> !url.equals(before));
            answers++;
        }
        return answers;
    }

    /** Answers no to what stands before the first stretch; returns how many answers that took. */
    private int addAStretch() {
        int answers = 0;
        while (page.getByText("Add a stretch").count() > 0) {
            assertThat(answers).isLessThan(4);
            page.getByText("Add a stretch").click();
            page.waitForURL("**/questions/**");
            page.locator("label:has(#answer-no)").click();
            page.locator("main form button").first().click();
            page.waitForURL("**/plan");
            answers++;
        }
        return answers;
    }

    private void startNow() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start now"))
                .click();
        page.waitForURL("**/sessions/**");
    }

    /** Waits for the first hold, looks, opens the stop sheet, looks, and goes on. */
    private void lookAtAHold() {
        Locator player = page.locator("#player");
        assertThat(player.locator("[data-part=what]"))
                .containsText("eft side", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        look("player-390");
        player.locator("[data-act=stop]:visible").click();
        player.locator("dialog[open]").waitFor();
        look("stop-sheet");
        player.getByText("I tapped by mistake").click();
    }

    /** Takes a picture, holds the words to grade 7 where there are a hundred of them, and asks axe, which is itself a script. */
    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        String words = page.locator("main").innerText();
        if (READABILITY.words(words).size() >= WORDS_OF_A_SCREEN) {
            assertThat(READABILITY.grade(words)).as("reading grade of " + name).isLessThanOrEqualTo(HIGHEST_GRADE);
        }
        if (scripts) {
            Chromium.assertAccessible(page);
        }
    }

    private static Readability readability() {
        try {
            return Readability.withNamedTerms();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
