package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.unknot.account.Accounts;
import org.unknot.account.SignedInAs;
import org.unknot.account.SignedInAs.Somebody;

/** Kim asks Jo to look after her; Jo does, by keyboard, with a banner on every page, until one of them ends it. */
@Tag("journey")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PeopleAroundYouTests extends OnAPhone {

    @Autowired
    private ApplicationContext context;

    private Somebody kim;
    private Somebody jo;

    @BeforeEach
    void meet() {
        SignedInAs signedIn = new SignedInAs(context);
        kim = signedIn.patientWhoConsents();
        jo = signedIn.with();
        Accounts accounts = context.getBean(Accounts.class);
        accounts.call(kim.person(), "Kim Example", "");
        accounts.call(jo.person(), "Jo Example", "");
    }

    @Test
    void aLinkAYesABannerAndAnEnd() {
        holds(kim);
        page.navigate("/account/people");
        Chromium.assertAccessible(page);
        press("Make a link for a carer");
        assertThat(heading()).hasText("Your link");
        Chromium.assertAccessible(page);
        String link = page.getByLabel("The link").inputValue();

        holds(jo);
        page.navigate(link);
        assertThat(heading()).hasText("Look after Kim Example?");
        Chromium.assertAccessible(page);
        press("Yes, I look after them");
        press("Look after Kim Example now");
        assertThat(page.getByText("You are looking after Kim Example.")).isVisible();
        page.navigate("/account/trail");
        assertThat(page.getByText("You are looking after Kim Example.")).isVisible();
        Chromium.assertAccessible(page);
        press("Stop");
        assertThat(page.getByText("You are looking after Kim Example.")).isHidden();

        holds(kim);
        page.navigate("/account/trail");
        assertThat(page.getByText(Pattern.compile("^Jo Example looked at .*this list")))
                .isVisible(); // and at what else was on the page
        page.navigate("/account/people");
        press("End this Jo Example");
        assertThat(page.getByText("Nobody yet.")).isVisible();
    }

    @Test
    void whatYouAgreeToIsChosenByKeyboardAndFitsASmallScreenWithLargeWords() {
        holds(kim);
        page.setViewportSize(320, 640);
        for (String address : List.of("/account/consent", "/account/people", "/account/trail")) {
            page.navigate(address);
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as(address)
                    .isEqualTo(0);
            Chromium.assertAccessible(page);
        }
        page.navigate("/account/consent");
        press("Take it back The clinic may see my record");
        assertThat(page.getByText("What you took back")).isVisible();
        press("Yes, I agree The clinic may see my record");
        assertThat(page.getByText("You said yes.").first()).isVisible();
    }

    /** With the keyboard alone. */
    private void press(String button) {
        Locator found = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        found.focus();
        page.keyboard().press("Enter");
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private void holds(Somebody somebody) {
        phone.clearCookies();
        phone.addCookies(List.of(new Cookie("unknot_session", somebody.cookie()).setUrl("http://localhost:" + port)));
    }
}
