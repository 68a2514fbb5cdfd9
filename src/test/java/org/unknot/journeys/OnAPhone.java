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

    @AfterEach
    void putPhoneAway() {
        phone.close();
    }
}
