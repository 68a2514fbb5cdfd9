package org.unknot.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A journey of a person with a phone of their own: fresh storage, and nobody whom the server knows. */
abstract class OnAPhone {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    boolean scripts;
    BrowserContext phone;
    Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void takePhone() {
        takePhone(true);
    }

    /** Another one, with JavaScript or without. */
    void takePhone(boolean javaScript) {
        scripts = javaScript;
        phone = chromium.phone("http://localhost:" + port, javaScript);
        page = phone.newPage();
        page.setDefaultTimeout(10_000);
    }

    /** Says no to every question and that every position can be taken, as the first screens would in some minutes. */
    void answerNoToEverything() {
        page.navigate("/offline");
        page.evaluate("""
                async () => {
                  const { questions } = await (await fetch("/api/triage/questionnaire")).json();
                  const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith("can-lie-") ? "yes" : "no"]));
                  const body = JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers });
                  const answered = await fetch("/api/answers", { method: "POST", headers: { "Content-Type": "application/json" }, body });
                  if (!answered.ok) throw new Error(String(answered.status));
                }
                """);
    }

    /** The address of a session of today's plan. */
    String session() {
        return (String)
                page.evaluate("fetch('/sessions', {method: 'POST'}).then((made) => new URL(made.url).pathname)");
    }

    @AfterEach
    void putPhoneAway() {
        phone.close();
    }
}
