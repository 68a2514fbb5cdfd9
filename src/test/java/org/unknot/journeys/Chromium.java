package org.unknot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, headless, as a phone of 390 × 844. One for a test class; each test takes a context of its own. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Colours fade for 160 ms when the scheme changes; what axe measures on the way is no colour of ours. */
    private static final String COLOURS_HAVE_SETTLED = """
            () => Promise.allSettled(document.getAnimations()
                .filter((animation) => animation instanceof CSSTransition)
                .map((transition) => transition.finished)).then(() => true)
            """;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(FLAGS));

    /** A phone with nothing on it yet. */
    BrowserContext phone(String baseUrl, boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setLocale("en-AU")
                .setReducedMotion(ReducedMotion.NO_PREFERENCE)
                .setJavaScriptEnabled(javaScript));
    }

    /** Fails with every violation that axe finds on the page as it is now, in light and in dark. */
    static void assertAccessible(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(COLOURS_HAVE_SETTLED);
            // Our pages have no frames; without this a second page is opened for every look.
            List<String> violations = new AxeBuilder(page)
                    .setLegacyMode(true).analyze().getViolations().stream()
                            .map(Chromium::told)
                            .toList();
            assertThat(violations).as("%s in %s", page.url(), scheme).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getHtml()))
                        .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
