package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.unknot.account.Mailbox;

/**
 * The whole way of a person with an account: help as a guest, a passkey, a second device, signing out with something unsent, in
 * again, and all of it erased from everywhere. Once with a finger, and once with a keyboard alone in letters twice as large.
 */
@Tag("journey")
@Timeout(240)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FromGuestToErasedTests extends OnAPhoneWithMail {

    private static final Path PICTURES = Path.of("target/journeys");

    /** How the person uses the phone, and how wide it is. */
    private enum Way {
        FINGER(390, 844, false),
        KEYBOARD_IN_LARGE_LETTERS(320, 640, true);

        private final int width;
        private final int height;
        private final boolean keyboard;

        Way(int width, int height, boolean keyboard) {
            this.width = width;
            this.height = height;
            this.keyboard = keyboard;
        }
    }

    /** Ten minutes of walking that were told where there was no network. */
    private static final String TELL_THE_OUTBOX = """
            async () => {
              const { deviceOutbox } = await import(document.querySelector('script[src$="js/app.js"]').src.replace('app.js', 'player/outbox.js'));
              const outbox = await deviceOutbox();
              await outbox.put('0197a1b0-0000-7000-8000-' + String(Date.now()).slice(-12).padStart(12, '0'), { kind: 'walk', seconds: 600, startedAt: new Date(Date.now() - 700000).toISOString() }, 'quiet');
            }
            """;

    private static final String KEPT_HERE =
            "() => Object.keys(localStorage).filter((key) => key.startsWith('unknot.'))";

    /** What a finger cannot get at, or what is cut off at the side. */
    private static final String OUT_OF_REACH = """
            () => {
              const width = document.documentElement.clientWidth;
              const wrong = document.documentElement.scrollWidth > width ? [`scrolls sideways: ${document.documentElement.scrollWidth}`] : [];
              for (const one of document.querySelectorAll("main :is(button, a[href], input:not([type=hidden]), summary)")) {
                if (!one.checkVisibility() || one.closest("[hidden]")) continue;
                const shown = one.closest("label") ?? one;
                shown.scrollIntoView({ block: "center", behavior: "instant" });
                const box = [...shown.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
                if (!box) continue;
                const there = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
                if (box.left < 0 || box.right > width + 1 || !there || !(shown.contains(there) || there.contains(shown))) {
                  wrong.push(`${one.tagName} ${(one.innerText || one.id).trim().slice(0, 40)}`);
                }
              }
              scrollTo(0, 0);
              return wrong;
            }
            """;

    @Autowired
    private JdbcClient jdbc;

    private Way way;
    private Hands hands;

    @ParameterizedTest
    @EnumSource
    void helpAPasskeyASecondDeviceOutInAndGone(Way with) {
        way = with;
        String address = "robin-" + UUID.randomUUID() + "@example.org";
        prepare(page);
        hands = new Hands(page, way.keyboard);
        Authenticator authenticator = Authenticator.in(page);

        List<String> plan = aPlanAsAGuest();
        anAccountWithAPasskey(authenticator, address);
        assertThat(items(page)).as("the guest's plan in the account").isEqualTo(plan);
        UUID person = person(address);

        try (BrowserContext other = otherDevice()) {
            Page desk = other.newPage();
            desk.setDefaultTimeout(10_000);
            prepare(desk);
            theSamePlanOn(desk, address, plan);
            signingOutWithSomethingUnsent(authenticator, person);
            inAgain(authenticator, plan);
            erased(person);

            desk.navigate("/plan");
            assertThat(items(desk)).as("the plan on the second device").isEmpty();
            desk.navigate("/account");
            assertThat(desk).hasURL("http://localhost:" + port + "/sign-in?next=%2Faccount");
        }
    }

    /** By the first screens and every question, with no to all of them. */
    private List<String> aPlanAsAGuest() {
        page.navigate("/");
        hands.follow("Yes, help me");
        page.waitForURL("**/call-now");
        hands.press("None of these");
        page.waitForURL("**/doctor-first");
        hands.type(page.getByLabel("Your age"), "35");
        hands.press("None of these");
        page.waitForURL("**/lie");
        hands.press("On my back, knees up");
        page.waitForURL("**/ease/**");
        page.navigate("/questions");
        for (int questions = 0; !page.url().matches(".*/(result|plan)$"); questions++) {
            assertThat(questions).as("questions without end at " + page.url()).isLessThan(30);
            String before = page.url();
            hands.pick(page.locator("#pain-4, #answer-no")
                    .or(page.locator("main input[type=radio]").first())
                    .last());
            hands.press(page.locator("main form button").first());
            page.waitForURL(url -> !url.equals(before));
        }
        page.navigate("/plan");
        seen("plan");
        List<String> plan = items(page);
        assertThat(plan).isNotEmpty();
        return plan;
    }

    private void anAccountWithAPasskey(Authenticator authenticator, String address) {
        page.navigate("/privacy");
        seen("privacy");
        hands.follow("Find my plan on another phone: sign in, or make an account");
        page.waitForURL("**/sign-in");
        seen("sign-in");
        hands.press("Make an account with a passkey");
        page.waitForURL("**/account");
        assertThat(page.locator("h1")).hasText("Your account");
        assertThat(authenticator.passkeys()).isEqualTo(1);
        seen("account");
        hands.paste(page.getByLabel("E-mail"), address);
        hands.press("Use this address");
        page.waitForURL("**/sign-in/sent");
        seen("sent");
        page.navigate(Mailbox.link(address, 1));
        seen("link");
        hands.press("Sign me in");
        page.waitForURL("**/account");
        assertThat(page.getByText(address)).isVisible();
        page.navigate("/plan");
    }

    /** By the code that the account shows, and a link in a letter. */
    private void theSamePlanOn(Page desk, String address, List<String> plan) {
        page.navigate("/account");
        hands.follow("Your plan on another phone");
        page.waitForURL("**/device");
        hands.press("Show the code");
        String code = page.getByLabel("Or open this address there").inputValue();
        seen("device");

        Hands there = new Hands(desk, way.keyboard);
        desk.navigate(code);
        there.paste(desk.getByLabel("E-mail"), address);
        there.press("Send me a link");
        desk.waitForURL("**/sign-in/sent");
        desk.navigate(Mailbox.link(address, 2));
        there.press("Sign me in");
        desk.waitForURL("**/account");
        assertThat(desk.getByText("this one")).isVisible();
        desk.navigate("/plan");
        assertThat(items(desk)).as("the plan on the second device").isEqualTo(plan);
    }

    private void signingOutWithSomethingUnsent(Authenticator authenticator, UUID person) {
        phone.route("**/api/quiet/**", Route::abort);
        page.navigate("/account");
        page.evaluate(TELL_THE_OUTBOX);
        hands.press("Sign out");
        Locator warning = page.getByText("1 record on this phone was not sent yet.");
        warning.waitFor();
        seen("unsent");
        hands.press("Stay signed in");
        assertThat(warning).isHidden();
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Sign out");
        page.reload();
        assertThat(page.locator("h1")).hasText("Your account");
        assertThat(walks(person)).isZero();

        phone.unroute("**/api/quiet/**");
        authenticator.untouched();
        hands.press("Sign out");
        page.waitForURL("**/sign-in");
        assertThat(walks(person)).as("sent before it was left").isEqualTo(1);
        assertThat((List<?>) page.evaluate(KEPT_HERE)).as("kept on the phone").isEmpty();
        page.navigate("/plan");
        assertThat(items(page)).isEmpty();
    }

    private void inAgain(Authenticator authenticator, List<String> plan) {
        authenticator.touchedFor(() -> hands.press("Sign in with a passkey"), "/sign-in?next=/plan");
        page.waitForURL(url -> url.endsWith(":" + port + "/plan"));
        assertThat(items(page)).isEqualTo(plan);
    }

    private void erased(UUID person) {
        assertThat(rows(person)).isNotEmpty();
        page.navigate("/account");
        hands.follow("What we keep about you");
        page.waitForURL("**/privacy");
        hands.follow("Erase my account");
        page.waitForURL("**/account/erasure");
        seen("erasure");
        hands.press("Erase my account now");
        page.waitForURL("**/privacy?erased=true");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done. All we had about you is gone.");
        seen("erased");
        assertThat((List<?>) page.evaluate(KEPT_HERE)).as("kept on the phone").isEmpty();
        assertThat(rows(person)).as("rows of the person on the server").isEmpty();
        page.navigate("/plan");
        assertThat(items(page)).isEmpty();
    }

    private void prepare(Page device) {
        device.setViewportSize(way.width, way.height);
        device.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        if (way.keyboard) {
            // The browser's own setting, as somebody with weak eyes has it; media queries follow it, too.
            JsonObject sizes = new JsonObject();
            sizes.addProperty("standard", 32);
            sizes.addProperty("fixed", 26);
            JsonObject asked = new JsonObject();
            asked.add("fontSizes", sizes);
            device.context().newCDPSession(device).send("Page.setFontSizes", asked);
        }
    }

    private BrowserContext otherDevice() {
        return phone.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setHasTouch(true)
                        .setViewportSize(way.width, way.height));
    }

    private void seen(String name) {
        if (way == Way.FINGER) {
            Chromium.assertAccessible(page);
        }
        assertThat((List<?>) page.evaluate(OUT_OF_REACH))
                .as("%s at %d wide", page.url(), way.width)
                .isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("whole-" + name + "-" + way.width + ".png"))
                .setFullPage(true));
    }

    private static List<String> items(Page page) {
        return page.locator("[id^='item-']").all().stream()
                .map(item -> String.valueOf(item.getAttribute("id")))
                .toList();
    }

    private UUID person(String address) {
        return jdbc.sql("select person_id from account.account where email = ?")
                .param(address)
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    private int walks(UUID person) {
        return jdbc.sql("select count(*) from session.quiet where person_id = ? and kind = 'walk'")
                .param(person)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** Every table with a row of the person in any column; the audit stays, without a name. */
    private List<String> rows(UUID person) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select format('select count(*) from %I.%I where %I::text = ?', table_schema, table_name, column_name),
                            table_schema || '.' || table_name
                        from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'audit')
                            and (data_type = 'uuid' or column_name = 'principal_name')
                        """)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(table -> {
                    if (jdbc.sql(table.getFirst())
                                    .param(person.toString())
                                    .query((row, n) -> row.getInt(1))
                                    .single()
                            > 0) {
                        found.add(table.getLast());
                    }
                });
        return found;
    }
}
