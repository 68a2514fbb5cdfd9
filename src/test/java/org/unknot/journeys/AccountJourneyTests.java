package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.unknot.account.Accounts;
import org.unknot.account.Invitations;
import org.unknot.account.Mailbox;
import org.unknot.account.Role;
import org.unknot.account.Standing.SignedIn;
import org.unknot.account.Visitor;
import org.unknot.shared.PersonId;

/** From guest to account, to a second device, out and gone: on a phone of 390 × 844 with a passkey and a mailbox. */
@Tag("journey")
@Timeout(180)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountJourneyTests extends OnAPhoneWithMail {

    private static final Path PICTURES = Path.of("target/journeys");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private static final String ANSWER_NO_TO_EVERYTHING = """
            async () => {
              const { questions } = await (await fetch("/api/triage/questionnaire")).json();
              const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith("can-lie-") ? "yes" : "no"]));
              const body = JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers });
              const answered = await fetch("/api/answers", { method: "POST", headers: { "Content-Type": "application/json" }, body });
              if (!answered.ok) throw new Error(String(answered.status));
            }
            """;

    /** A browser that was told not to ask for a finger, as somebody would who holds another's phone: only the server can refuse it. */
    private static final String ASKS_FOR_NO_FINGER = """
            const asked = CredentialsContainer.prototype.get;
            CredentialsContainer.prototype.get = function (options) {
              options.publicKey.userVerification = "discouraged";
              return asked.call(this, options);
            };
            """;

    private static final String SCROLLS_SIDEWAYS =
            "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Accounts accounts;

    @Test
    void aGuestMakesAPasskeySignsOutAndInAgainAndFindsThePlan() {
        Authenticator authenticator = Authenticator.in(page);
        page.navigate("/");
        page.evaluate(ANSWER_NO_TO_EVERYTHING);
        page.navigate("/plan");
        List<String> plan = items(page);
        page.navigate("/sign-in");
        shown("sign-in");
        button("Make an account with a passkey").click();
        page.waitForURL("**/account");
        shown("account");
        assertThat(authenticator.passkeys()).isEqualTo(1);
        assertThat(authenticator.boundTo()).isEqualTo("localhost");
        page.navigate("/plan");
        assertThat(items(page))
                .as("the plan of the guest, on a page called %s", page.title())
                .isEqualTo(plan)
                .isNotEmpty();

        authenticator.untouched();
        page.navigate("/account");
        button("Sign out").first().click();
        page.waitForURL("**/sign-in");
        page.navigate("/account");
        assertThat(page.locator("h1")).not().hasText("Your account");
        authenticator.touchedFor(() -> button("Sign in with a passkey").click(), "/sign-in");
        page.waitForURL("**/account");
        page.navigate("/plan");
        assertThat(items(page)).isEqualTo(plan);
    }

    @Test
    void aPasskeyThatDoesNotKnowItsOwnerOpensNothing() {
        Authenticator authenticator = Authenticator.in(page);
        page.navigate("/sign-in");
        button("Make an account with a passkey").click();
        page.waitForURL("**/account");
        authenticator.untouched();
        button("Sign out").first().click();
        page.waitForURL("**/sign-in");
        authenticator.verifies(false);
        page.addInitScript(ASKS_FOR_NO_FINGER);
        authenticator.touchedFor(() -> button("Sign in with a passkey").click(), "/sign-in");
        page.getByText("That did not work.").first().waitFor();
        page.navigate("/account");
        assertThat(page.locator("h1")).not().hasText("Your account");
    }

    /** The whole way from guest to erased is in FromGuestToErasedTests. */
    @Test
    void whoeverSignsOutEverywhereIsOutOnTheOtherDevice() {
        String address = "lee-" + PEOPLE.incrementAndGet() + "@example.org";
        signInByLink(page, address, 1);
        shown("account-by-link");

        BrowserContext second = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(390, 844));
        Page desk = second.newPage();
        signInByLink(desk, address, 2);

        page.navigate("/account");
        button("Sign out everywhere").click();
        page.waitForURL("**/sign-in");
        desk.navigate("/account");
        assertThat(desk.locator("h1")).hasText("Sign in");
        second.close();
    }

    @Test
    void somebodyWhoIsInvitedJoinsWithAPasskey() {
        Authenticator.in(page);
        PersonId owner = accounts.open();
        Visitor inviting = new Visitor(Optional.of(owner), new SignedIn(owner, Optional.empty()));
        URI link = invitations.invite(inviting, Set.of(Role.EXERCISE_PHYSIOLOGIST), Optional.empty());
        page.navigate(link.getPath());
        page.waitForURL("**/join");
        shown("join");
        button("Make a passkey").click();
        button("Join").click();
        page.waitForURL("**/account");
        assertThat(page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("unknot_session"))
                        .map(cookie -> cookie.expires))
                .as("a session of staff ends with the browser")
                .containsExactly(-1.0);
        page.navigate(link.getPath());
        assertThat(page.locator("h1")).hasText("This invitation does not work");
    }

    @Test
    void everyPageFitsInTwiceAsLargeLettersOnTheSmallestPhone() {
        String address = "max-" + PEOPLE.incrementAndGet() + "@example.org";
        page.setViewportSize(320, 640);
        for (String path : List.of(
                "/sign-in", "/sign-in/password", "/sign-in/code", "/sign-in/sent", "/sign-in/link?token=x", "/join")) {
            fits(path);
        }
        signInByLink(page, address, 1);
        for (String path : List.of("/account", "/account/password", "/sign-in/again")) {
            fits(path);
        }
        page.navigate("/account");
        button("Make eight new codes").click();
        page.locator("code").first().waitFor();
        fitsNow("/account/recovery-codes");
    }

    @Test
    void everyFieldTakesWhatIsPasted() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Hands hands = new Hands(page, false);
        int fields = 0;
        for (String path : List.of("/sign-in", "/sign-in/password", "/sign-in/code")) {
            fields += pasteInto(path, hands);
        }
        signInByLink(page, "pat-" + PEOPLE.incrementAndGet() + "@example.org", 1);
        for (String path : List.of("/account", "/account/name", "/account/password")) {
            fields += pasteInto(path, hands);
        }
        assertThat(fields).isEqualTo(8);
    }

    private int pasteInto(String path, Hands hands) {
        page.navigate(path);
        List<Locator> fields =
                page.locator("main input:not([type=hidden]):not([readonly])").all();
        fields.forEach(field -> hands.paste(field, "correct-horse@battery.example"));
        return fields.size();
    }

    private void fits(String path) {
        page.navigate(path);
        fitsNow(path);
    }

    private void fitsNow(String path) {
        Chromium.assertAccessible(page);
        page.evaluate("() => (document.documentElement.style.fontSize = '200%')");
        assertThat(page.evaluate(SCROLLS_SIDEWAYS))
                .as(path + " scrolls sideways")
                .isEqualTo(false);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("account" + path.replaceAll("[^a-z]", "-") + "-200.png"))
                .setFullPage(true));
    }

    private static void signInByLink(Page page, String address, int letters) {
        page.navigate("/sign-in");
        page.getByLabel("E-mail").fill(address);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me a link"))
                .click();
        page.waitForURL("**/sign-in/sent");
        page.navigate(Mailbox.link(address, letters));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign me in"))
                .click();
        page.waitForURL("**/account");
    }

    private static List<String> items(Page page) {
        return page.locator("[id^='item-']").all().stream()
                .map(item -> String.valueOf(item.getAttribute("id")))
                .toList();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void shown(String name) {
        Chromium.assertAccessible(page);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("account-" + name + ".png"))
                .setFullPage(true));
    }
}
