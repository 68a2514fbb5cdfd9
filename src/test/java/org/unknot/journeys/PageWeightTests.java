package org.unknot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * What the pages cost a phone on a bad line, headers too, that nobody else hears of it, and that the browser finds nothing against
 * the policy. How fast they are is measured by {@code bin/bench lighthouse}.
 */
@Tag("journey")
@Timeout(60)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PageWeightTests extends OnAPhone {

    private static final double HOME_KIB = 40;
    private static final double PAGE_KIB = 90;

    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, Double> came = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void homeIsLightAsksNobodyElseAndSetsNoCookie() {
        load("/");
        assertThat(kibibytes("/f/")).isBetween(10.0, HOME_KIB);
        assertThat(asked.values()).hasSizeLessThanOrEqualTo(7);
        assertThat(phone.cookies()).isEmpty();
        assertNobodyElseHeardOfItAndNothingWasAgainstThePolicy();
    }

    @Test
    void thePlanIsLightBesideTheFiguresThatItPutsAway() {
        answerNoToEverything();
        load("/plan");
        assertThat(kibibytes("/f/")).isBetween(20.0, PAGE_KIB);
        assertNobodyElseHeardOfItAndNothingWasAgainstThePolicy();
    }

    @Test
    void theSessionIsLightUpToTheTapOnStart() {
        answerNoToEverything();
        load(session());
        assertThat(page.locator("[data-act=start]")).isEnabled();
        assertThat(kibibytes("/none/")).isBetween(40.0, PAGE_KIB);
        page.locator("[data-act=start]").click();
        assertThat(page.locator("[data-part=main]")).isVisible();
        assertNobodyElseHeardOfItAndNothingWasAgainstThePolicy();
    }

    /** With nothing kept from before, and without the service worker, which fetches for later. */
    private void load(String path) {
        CDPSession wire = phone.newCDPSession(page);
        wire.send("Network.enable");
        JsonObject yes = new JsonObject();
        yes.addProperty("cacheDisabled", true);
        yes.addProperty("bypass", true);
        wire.send("Network.setCacheDisabled", yes);
        wire.send("Network.setBypassServiceWorker", yes);
        wire.on("Network.requestWillBeSent", event -> {
            String url = event.getAsJsonObject("request").get("url").getAsString();
            if (!url.startsWith("data:") && !url.startsWith("blob:")) {
                asked.put(event.get("requestId").getAsString(), url);
            }
        });
        wire.on(
                "Network.loadingFinished",
                event -> came.put(
                        event.get("requestId").getAsString(),
                        event.get("encodedDataLength").getAsDouble()));
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.addInitScript("addEventListener('securitypolicyviolation', (event) =>"
                + " console.error('policy', event.violatedDirective, event.blockedURI))");
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
        }
    }

    /** Over the wire, but for what is below this folder. */
    private double kibibytes(String butFor) {
        return asked.entrySet().stream()
                        .filter(request ->
                                !URI.create(request.getValue()).getPath().startsWith(butFor))
                        .mapToDouble(request -> came.getOrDefault(request.getKey(), 0.0))
                        .sum()
                / 1024;
    }

    private void assertNobodyElseHeardOfItAndNothingWasAgainstThePolicy() {
        assertThat(asked.values()).allMatch(url -> url.startsWith("http://localhost:" + port + "/"));
        assertThat(complaints).isEmpty();
    }
}
