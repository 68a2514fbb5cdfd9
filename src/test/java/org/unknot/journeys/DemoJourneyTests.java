package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.unknot.Unknot;

/** A start with --demo in a browser: on every kind of page it stays in view that everybody is invented, and axe finds nothing. */
@Tag("journey")
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class DemoJourneyTests {

    private static final Pattern IN_VIEW = Pattern.compile("Demo: invented people");

    @TempDir
    private Path folder;

    @Test
    void everyKindOfPageSaysThatEverybodyIsInvented(CapturedOutput printed) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ConfigurableApplicationContext demo = start();
                Chromium chromium = new Chromium()) {
            String address = "http://localhost:" + demo.getEnvironment().getRequiredProperty("local.server.port");
            try (BrowserContext phone = chromium.phone(address, true)) {
                Page page = phone.newPage();
                look(page, "/");
                page.navigate(link(printed, "a patient in her second week"));
                page.locator("main form button").click();
                page.waitForURL("**/plan");
                look(page, "/plan");
                page.locator("form[action='/sessions'] button").click();
                page.waitForURL("**/sessions/*");
                assertThat(page.locator("[data-act=start]").first()).isEnabled();
                look(page, page.url());
                page.locator("[data-act=start]").click();
                assertThat(page.locator("[data-part=main]")).isVisible();
                assertSaid(page);
                page.navigate("/quiet?minutes=10");
                page.locator("button[value=lead]").click();
                assertThat(page.locator("[data-part=pause]")).isVisible();
                assertSaid(page);
            }
            try (BrowserContext desk = chromium.phone(address, true)) {
                Page page = desk.newPage();
                page.navigate(link(printed, "a soft tissue OT"));
                page.locator("main form button").click();
                page.waitForURL("**/staff");
                look(page, "/staff");
                page.setViewportSize(1280, 844);
                look(page, "/staff/people");
            }
        }
    }

    private static void look(Page page, String path) {
        page.navigate(path);
        assertSaid(page);
        Chromium.assertAccessible(page);
    }

    /** Once where it can be seen; in the player the page beneath has another. */
    private static void assertSaid(Page page) {
        Locator said = page.getByText(IN_VIEW).last();
        assertThat(said).isVisible();
        assertThat((Boolean) said.evaluate("""
                (line) => {
                  const { left, top, width, height } = line.getBoundingClientRect();
                  line.style.pointerEvents = "auto"; // a line that takes no tap is looked through
                  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
                  line.style.pointerEvents = "";
                  return seen === line;
                }
                """)).as(page.url()).isTrue();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Unknot.class)
                .run(
                        "--unknot.demo=true",
                        "--unknot.data=" + folder.resolve("data"),
                        "--unknot.database.url=",
                        "--server.port=0");
    }

    private static String link(CharSequence printed, String who) {
        Matcher found =
                Pattern.compile("Demo: as " + who + ": http://[^/]+(/\\S+)").matcher(printed);
        assertThat(found.find()).as("printed for " + who).isTrue();
        return found.group(1);
    }
}
