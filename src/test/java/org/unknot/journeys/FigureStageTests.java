package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The stage with a real figure in a browser whose clock is moved by hand: what moves, when it stands, and what is left when nothing comes. */
@Tag("journey")
@Timeout(60)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FigureStageTests extends OnAPhone {

    /** A stage on an empty page, with knee to chest on it. */
    private static final String SET_UP = """
            async (name) => {
              const assets = document.querySelector('link[rel="stylesheet"]').getAttribute("href").replace("css/index.css", "");
              const { FigureStage } = await import(assets + "js/figure/figure-stage.js");
              document.querySelector("main").innerHTML = '<h1>Knee to chest</h1><p id="words">Bring the knee up.</p><div id="host"></div>';
              window.stage = new FigureStage(document.getElementById("host"));
              return window.stage.load("/f/any/" + name + ".json");
            }
            """;

    /** Where the body is: every outline of the first picture. */
    private static final String POSTURE =
            "[...document.querySelector('#host svg').querySelectorAll('g path')].map((path) => path.getAttribute('d')).filter(Boolean).join()";

    private static final String COUNT_FRAMES = """
            () => {
              const ask = window.requestAnimationFrame;
              window.asked = 0;
              window.requestAnimationFrame = (frame) => (window.asked++, ask(frame));
            }
            """;

    @BeforeEach
    void anEmptyPage() {
        page.clock().install();
        page.navigate("/offline");
        page.clock().pauseAt("2030-01-01");
    }

    @Test
    void itGoesFromStartToHoldAndStandsStill() {
        load();
        page.evaluate("stage.play('start', 'hold')");
        String start = posture();
        later(600);
        String underWay = posture();
        assertThat(underWay).isNotEqualTo(start);
        assertThat(page.locator("#host .figure__feel").first()).hasAttribute("hidden", "");
        later(20_000);
        assertThat(at()).isEqualTo(length());
        assertThat(posture()).isNotEqualTo(underWay);
        assertThat((Boolean) page.evaluate("document.querySelector('#host .figure__feel').hasAttribute('hidden')"))
                .isFalse();
        String arrived = posture();
        page.evaluate(COUNT_FRAMES);
        later(1000);
        assertThat(posture()).isEqualTo(arrived);
        assertThat(page.evaluate("asked"))
                .as("frames asked for by a figure that stands")
                .isEqualTo(0);
    }

    @Test
    void itPausesGoesOnFromThereAndIsSought() {
        load();
        page.evaluate("stage.play('start', 'hold')");
        later(500);
        page.evaluate("stage.pause()");
        double paused = at();
        String there = posture();
        later(5000);
        assertThat(posture()).isEqualTo(there);
        page.evaluate("stage.play()");
        later(100);
        assertThat(at()).isBetween(paused + 1, paused + 200);

        page.evaluate("stage.pause(); stage.seek(0)");
        String start = posture();
        page.evaluate("stage.seek(stage.length / 2)");
        assertThat(posture()).isNotEqualTo(start);
        page.evaluate("stage.seek(-50)");
        assertThat(posture()).isEqualTo(start);
        page.evaluate("stage.seek(1e9)");
        assertThat(at()).isEqualTo(length());
    }

    @Test
    void theClockOfASessionLeadsIt() {
        load();
        page.evaluate("window.ran = 0; stage.follow(() => ran, 'start', 'hold')");
        String start = posture();
        later(3000);
        assertThat(posture()).as("the session stands").isEqualTo(start);
        page.evaluate("ran = 700");
        later(50);
        assertThat(at()).isEqualTo(700);
        assertThat(posture()).isNotEqualTo(start);
        page.evaluate("ran = 100");
        later(50);
        assertThat(at()).as("the session was put back").isEqualTo(100);
    }

    @Test
    void whoWantsLessMotionSeesBothEndsNumbered() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        load();
        page.evaluate("stage.play('start', 'hold')");
        assertThat(page.locator("#host figure")).hasCount(2);
        assertThat(page.locator("#host figcaption").first()).containsText("1. ");
        assertThat(page.locator("#host figcaption").last()).containsText("2. ");
        Object first = page.evaluate("document.querySelector('#host').innerHTML");
        later(5000);
        assertThat(page.evaluate("document.querySelector('#host').innerHTML")).isEqualTo(first);

        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(page.locator("#host figure")).hasCount(0);
        later(100);
        assertThat(page.locator("#host svg")).hasCount(1);
        page.clock().resume(); // axe waits for timers
        Chromium.assertAccessible(page);
    }

    @Test
    void whatDoesNotComeLeavesTheWordsAndNoEmptyFrame() {
        assertThat(page.evaluate(SET_UP, "no-such-figure")).isEqualTo(false);
        assertThat(page.locator("#host")).isHidden();
        assertThat(page.locator("#words")).isVisible();
        page.evaluate("stage.play('start', 'hold'); stage.seek(100); stage.pause()");
        assertThat(page.locator("#host")).isHidden();
    }

    private void load() {
        assertThat(page.evaluate(SET_UP, "knee-to-chest-left-middle")).isEqualTo(true);
    }

    private void later(long ms) {
        page.clock().runFor(ms);
    }

    private String posture() {
        return (String) page.evaluate(POSTURE);
    }

    private double at() {
        return ((Number) page.evaluate("stage.at")).doubleValue();
    }

    private double length() {
        return ((Number) page.evaluate("stage.length")).doubleValue();
    }
}
