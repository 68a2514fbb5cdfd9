package org.unknot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Somebody at a page: with a finger, or with a keyboard alone. By keyboard every stop on the way is looked at: the focus is on
 * something, it shows, and it is where the person can see it.
 */
final class Hands {

    private static final int MOST_STOPS = 90;

    /** What is wrong with where the focus is; an empty text when nothing is. */
    private static final String FOCUS = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body || at === document.documentElement) return "nowhere";
              const name = `${at.tagName} ${at.id} ${(at.innerText ?? "").trim().slice(0, 40)}`;
              const shown = at.closest("label") ?? at;
              const rings = [at, shown].some((one) => {
                const { outlineStyle, outlineWidth } = getComputedStyle(one);
                return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
              });
              if (!rings) return `no ring: ${name}`;
              const box = shown.getBoundingClientRect();
              if (box.width < 1 || box.height < 1) return `without size: ${name}`;
              const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
              const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
              const there = document.elementFromPoint(x, y);
              return there && (shown.contains(there) || there.contains(shown)) ? "" : `out of sight or covered: ${name}`;
            }
            """;

    private final Page page;
    private final boolean keyboard;

    Hands(Page page, boolean keyboard) {
        this.page = page;
        this.keyboard = keyboard;
    }

    void press(String button) {
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
    }

    void follow(String link) {
        press(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)));
    }

    void press(Locator what) {
        if (keyboard) {
            reach(what);
            page.keyboard().press("Enter");
        } else {
            what.tap();
        }
    }

    void type(Locator field, String text) {
        if (keyboard) {
            reach(field);
        } else {
            field.tap();
        }
        page.keyboard().type(text);
    }

    /** From the clipboard, as from a mail or a password keeper. */
    void paste(Locator field, String text) {
        if (keyboard) {
            reach(field);
        } else {
            field.tap();
        }
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("ControlOrMeta+V");
        assertThat(field.inputValue())
                .as("pasted into %s at %s", field.getAttribute("id"), page.url())
                .isEqualTo(text);
    }

    /** One of a group of radio buttons; by keyboard with the arrows, once one of them has the focus. */
    void pick(Locator radio) {
        if (!keyboard) {
            radio.check(new Locator.CheckOptions().setForce(true));
            return;
        }
        Locator first = page.locator("input[type=radio][name='" + radio.getAttribute("name") + "']")
                .first();
        reach(first);
        page.keyboard().press("Space");
        for (int i = 0; i < 12 && !radio.isChecked(); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(radio.isChecked()).isTrue();
    }

    /** Goes on with the tabulator until it is there. Past the last one it begins at the top again, once. */
    void reach(Locator what) {
        what.waitFor();
        int lost = 0;
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            String wrong = (String) page.evaluate(FOCUS);
            lost += wrong.equals("nowhere") ? 1 : 0;
            assertThat(lost).as("focus lost on the way to %s", what).isLessThanOrEqualTo(1);
            assertThat(wrong.equals("nowhere") ? "" : wrong)
                    .as("on the way to %s at %s", what, page.url())
                    .isEmpty();
            if (Boolean.TRUE.equals(what.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("Not reached by keyboard: " + what + " at " + page.url());
    }
}
