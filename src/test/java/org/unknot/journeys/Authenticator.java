package org.unknot.journeys;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What keeps passkeys in a phone: Chromium's own virtual one, whose owner is there, or is not, or does not unlock it. */
final class Authenticator {

    private static final String QUESTIONS = "**/api/sign-ins/questions";

    /** The page itself knows when what it offers by itself has its question; what an earlier page asked does not count. */
    private static final String TELLS_WHEN_OFFERED = """
            const asked = CredentialsContainer.prototype.get;
            CredentialsContainer.prototype.get = function (options) {
              if (options.mediation === "conditional") document.documentElement.dataset.offered = "";
              return asked.call(this, options);
            };
            """;

    private final Page page;
    private final CDPSession session;
    private final String id;

    private Authenticator(Page page, CDPSession session, String id) {
        this.page = page;
        this.session = session;
        this.id = id;
    }

    /** One that unlocks with a finger and keeps passkeys by itself, for this page. */
    static Authenticator in(Page page) {
        page.addInitScript(TELLS_WHEN_OFFERED);
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        String id = session.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
        return new Authenticator(page, session, id);
    }

    /** Whether the finger is the owner's. */
    void verifies(boolean owner) {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        asked.addProperty("isUserVerified", owner);
        session.send("WebAuthn.setUserVerified", asked);
    }

    /** Nobody touches it from now on: what a page offers without being asked stays an offer. */
    void untouched() {
        touched(false);
    }

    /**
     * Goes to a page that signs in and presses what asks for a passkey; only then the owner touches the authenticator. One that
     * is touched earlier gives the passkey to what the page offers without asking, and one that is touched later never looks
     * again at a question it already has: so the finger comes when the pressed one's question leaves, after the offer's.
     */
    void touchedFor(Runnable press, String address) {
        untouched();
        page.navigate(address);
        page.locator("[data-offered]").waitFor();
        page.route(
                QUESTIONS,
                question -> {
                    touched(true);
                    question.resume();
                },
                new Page.RouteOptions().setTimes(1));
        press.run();
    }

    int passkeys() {
        return credentials().size();
    }

    /** Host that its only passkey is bound to. */
    String boundTo() {
        return credentials().get(0).getAsJsonObject().get("rpId").getAsString();
    }

    private void touched(boolean atOnce) {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        asked.addProperty("enabled", atOnce);
        session.send("WebAuthn.setAutomaticPresenceSimulation", asked);
    }

    private JsonArray credentials() {
        JsonObject asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        return session.send("WebAuthn.getCredentials", asked).getAsJsonArray("credentials");
    }
}
