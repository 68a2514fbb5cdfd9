package org.unknot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The pages that no journey passes: read by axe in light and dark, and on the smallest phone with letters twice as large. */
@Tag("journey")
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryPageTests extends OnAPhone {

    /** One of each kind of page; all others of the kind come from the same template. */
    private static final List<String> PAGES = List.of(
            "/pictures",
            "/learn",
            "/learn/lifting",
            "/learn/whom-to-see",
            "/doctor",
            "/privacy",
            "/sleep",
            "/sleep/side",
            "/quiet/days",
            "/heat",
            "/result",
            "/questions/heat",
            "/play",
            "/nothing-here");

    private static final List<String> MORE_TO_READ = List.of(
            "/",
            "/call-now",
            "/doctor-first",
            "/lie",
            "/emergency",
            "/plan",
            "/tomorrow",
            "/offline",
            "/quiet",
            "/heat/courses/new",
            "/sleep/tonight",
            "/learn/whats-serious",
            "/learn/desk-and-chair",
            "/learn/first-advice",
            "/learn/stress",
            "/learn/car-seat");

    /** What is wider than the page, from the innermost outwards. */
    private static final String TOO_WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.body.querySelectorAll("*")]
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
                .map((one) => `${one.tagName} ${one.className} ${one.getBoundingClientRect().right}: ${one.textContent.trim().slice(0, 40)}`);
            }
            """;

    @BeforeEach
    void somebodyWithAPlan() {
        answerNoToEverything();
    }

    @Test
    void axeFindsNothingOnThem() {
        for (String path : PAGES) {
            page.navigate(path);
            Chromium.assertAccessible(page);
        }
    }

    @Test
    void axeFindsNothingOnACourseOfHeatAndOnASessionAsAListOnPaperTooAndOnWhatIsAskedAfterwards() {
        page.navigate(begun("/heat/courses", "way=pack&minutes=15&pregnant=no&none=yes"));
        page.waitForURL("**/heat/courses/new"); // the phone takes the course over, and its timer is another page
        Chromium.assertAccessible(page);
        String session = session();
        page.navigate(session + "/after");
        Chromium.assertAccessible(page);
        page.navigate(session);
        page.locator("[data-screen=start] [data-act=list]").click();
        Chromium.assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Chromium.assertAccessible(page);
    }

    @Test
    void nothingScrollsSidewaysAtThreeHundredAndTwentyWithLettersTwiceAsLarge() {
        page.setViewportSize(320, 640);
        String session = session();
        Stream.of(PAGES, MORE_TO_READ, List.of(session, session + "/after"))
                .flatMap(List::stream)
                .forEach(path -> {
                    page.navigate(path);
                    page.evaluate("document.documentElement.style.fontSize = '200%'");
                    assertThat((List<?>) page.evaluate(TOO_WIDE)).as(path).isEmpty();
                });
    }

    private String begun(String path, String form) {
        return (String) page.evaluate("""
                ([path, form]) => fetch(path, { method: "POST", body: new URLSearchParams(form) }).then((made) => new URL(made.url).pathname)
                """, List.of(path, form));
    }
}
