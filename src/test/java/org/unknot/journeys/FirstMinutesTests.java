package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From home to the first hold on a phone, with and without network and JavaScript (design.md §4a). */
@org.junit.jupiter.api.Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FirstMinutesTests {

    private static final int MOST_WORDS = 260;
    private static final List<String> PAGES =
            List.of("/", "/call-now", "/doctor-first", "/lie", "/emergency", "/doctor", "/ease/leaning", "/offline");
    private static final String CLEARED = """
            const at = new Date().toISOString();
            localStorage.setItem("unknot.first", JSON.stringify(
                {age: 42, answers: {}, at, begunAt: at, called: "CLEAR", level: "CLEAR", sent: true}));
            """;
    private static final String VISIBLE_WORDS = """
            () => {
              const words = (text) => text.split(/\\s+/).filter((word) => /\\p{L}|\\p{N}/u.test(word)).length;
              const heard = [...document.querySelectorAll(".visually-hidden, .skip-link")].map((each) => each.innerText);
              return words(document.body.innerText) - words(heard.join(" "));
            }
            """;

    /** As where the script is not there yet: no listener hears of it. */
    private static final String SENDS_PAST_THE_SCRIPT =
            "document.querySelector('h1').textContent = 'leaving'; document.querySelector('[data-held]').submit()";

    /** The service worker would have the script at once, and its requests are not the page's. */
    private static final String NO_WORKER = "delete Navigator.prototype.serviceWorker";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void fourScreensAndFewWordsLeadToTheFirstHold() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.navigate("/");
            int words = words(page);
            link(page, "Yes, help me").click();
            assertThat(page).hasURL(server() + "/call-now");
            words += words(page);
            button(page, "None of these").click();
            assertThat(page).hasURL(server() + "/doctor-first");
            words += words(page);
            page.getByLabel("Your age").fill("42");
            button(page, "None of these").click();
            assertThat(page).hasURL(server() + "/lie");
            words += words(page);
            button(page, "On my back, knees up").click();
            assertThat(page).hasURL(server() + "/ease/back-knees-up");
            assertThat(words).isBetween(100, MOST_WORDS);
        }
    }

    @Test
    void withTheNetworkGoneAfterTheFirstPageAllIsStillThere() throws Exception {
        try (BrowserContext phone = chromium.phone(server(), true);
                Cable cable = new Cable(port)) {
            Page page = phone.newPage();
            page.navigate(cable.address() + "/");
            page.evaluate("""
                    () => Promise.race([
                      navigator.serviceWorker.ready,
                      new Promise((_, no) => setTimeout(no, 20000, new Error("no service worker within 20 s"))),
                    ]).then(() => true)
                    """);
            cable.close();

            link(page, "Yes, help me").click();
            page.locator("#saddle-numb").click();
            assertThat(page).hasURL(cable.address() + "/emergency");
            assertThat(heading(page)).hasText("Call for help now");

            page.navigate(cable.address() + "/call-now");
            button(page, "None of these").click();
            page.getByLabel("Your age").fill("42");
            button(page, "None of these").click();
            button(page, "On my side, with a pillow").click();
            assertThat(page).hasURL(cable.address() + "/ease/side-pillow");
            assertThat(button(page, "Start")).isVisible();

            page.navigate(cable.address() + "/plan");
            assertThat(heading(page)).hasText("You are offline");

            page.navigate(cable.address() + "/call-now");
            page.evaluate(SENDS_PAST_THE_SCRIPT);
            assertThat(heading(page)).hasText("Call now?");
            assertThat(page).hasURL(cable.address() + "/call-now");
        }
    }

    @Test
    void aButtonPressedBeforeTheScriptIsThereIsAnsweredByIt() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.addInitScript(NO_WORKER);
            List<String> sent = new ArrayList<>();
            page.onRequest(request ->
                    sent.add(request.method() + " " + URI.create(request.url()).getPath()));
            List<Route> rules = new ArrayList<>();
            page.route("**/danger.json", rules::add);
            page.navigate("/call-now");
            button(page, "None of these").click();
            page.waitForCondition(() -> !rules.isEmpty());
            page.unroute("**/danger.json");
            rules.getFirst().resume();
            assertThat(page).hasURL(server() + "/doctor-first");
            assertThat(sent).doesNotContain("POST /call-now");
        }
    }

    @Test
    void aButtonWhoseScriptDoesNotComeIsAnsweredByTheServer() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.addInitScript(NO_WORKER);
            page.clock().install();
            page.route("**/danger.json", never -> {});
            page.navigate("/call-now");
            page.locator("label:has(#saddle-numb)").click();
            button(page, "Next").click();
            assertThat(page).hasURL(server() + "/call-now");
            page.clock().runFor(3000);
            assertThat(page).hasURL(server() + "/emergency");
        }
    }

    @Test
    void aNotSureOpensItsCheckAndTroubleThereIsAYes() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.navigate("/call-now");
            page.locator("#saddle-numb-unsure").check();
            page.locator("[name=saddle-numb-check][value=yes]").click();
            assertThat(page).hasURL(server() + "/emergency");
        }
    }

    @Test
    void aCheckThatFindsNothingIsANo() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.navigate("/call-now");
            page.locator("#saddle-numb-unsure").check();
            page.locator("[name=saddle-numb-check][value=no]").click();
            button(page, "None of these").click();
            assertThat(page).hasURL(server() + "/doctor-first");
        }
    }

    @Test
    void anUntouchedPageIsRefusedWithTheFocusOnWhatToDo() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            Page page = phone.newPage();
            page.navigate("/call-now");
            button(page, "Next").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("None of these");
            assertThat(page).hasURL(server() + "/call-now");
        }
    }

    @Test
    void theScreensWorkWithoutJavaScript() {
        try (BrowserContext phone = chromium.phone(server(), false)) {
            Page page = phone.newPage();
            page.navigate("/call-now");
            button(page, "None of these").click();
            page.getByLabel("Your age").fill("42");
            button(page, "None of these").click();
            button(page, "I can’t lie down").click();
            assertThat(page).hasURL(server() + "/ease/leaning");
            assertThat(page.getByRole(AriaRole.LISTITEM).first()).isVisible();
        }
    }

    /** The first screen of the player stands before its scripts are here; they may never come. */
    @Test
    void aPlayerWhoseScriptsNeverComeGivesWayToTheList() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            phone.addInitScript(CLEARED);
            phone.route("**/*.js", Route::abort);
            Page page = phone.newPage();
            JsonObject tenTimesFaster = new JsonObject();
            tenTimesFaster.addProperty("playbackRate", 10);
            CDPSession motion = phone.newCDPSession(page);
            motion.send("Animation.enable");
            motion.send("Animation.setPlaybackRate", tenTimesFaster);
            page.navigate("/ease/back-knees-up");
            assertThat(page.locator("#player")).isVisible();
            assertThat(page.locator("#player")).isHidden();
            page.locator("summary, .actions a").first().click();
        }
    }

    @Test
    void nothingStandsInAnybodysWay() {
        try (BrowserContext phone = chromium.phone(server(), true)) {
            phone.addInitScript(CLEARED);
            Page page = phone.newPage();
            for (String path : PAGES) {
                page.navigate(path);
                assertThat(page).hasURL(server() + path);
                Chromium.assertAccessible(page);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 844, 1280})
    void nothingScrollsSideways(int width) {
        try (BrowserContext screen = chromium.phone(server(), true)) {
            screen.addInitScript(CLEARED);
            Page page = screen.newPage();
            page.setViewportSize(width, 640);
            for (String path : PAGES) {
                page.navigate(path);
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s at %s px", path, width)
                        .isEqualTo(true);
            }
        }
    }

    private String server() {
        return "http://localhost:" + port;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static int words(Page page) {
        return (Integer) page.evaluate(VISIBLE_WORDS);
    }
}
