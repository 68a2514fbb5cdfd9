package org.unknot.session;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The player's real template, words, styles and modules in a real browser, with scripts made up by
 * {@code src/test/js/pages/serve.mjs}, so that a screen can be looked at without a person's plan behind it.
 */
final class PlayerScreens implements AutoCloseable {

    private final Process server;
    private final Playwright playwright;
    private final Browser browser;
    final String address;
    /** What the browser complained about: a broken policy, a missing file, a mistake of ours. */
    final List<String> complaints = new ArrayList<>();

    PlayerScreens() throws IOException {
        server = new ProcessBuilder("node", "src/test/js/pages/serve.mjs", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("node did not start src/test/js/pages/serve.mjs; is Node.js 20 installed?");
        }
        address = line.substring(0, line.indexOf("/sessions"));
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    Page open(Browser.NewContextOptions options, String path) {
        return open(options, path, "");
    }

    /** With a script that runs before any of ours, to take something away that a browser may lack. */
    Page open(Browser.NewContextOptions options, String path, String before) {
        BrowserContext context = browser.newContext(options);
        context.addInitScript(before);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                complaints.add(message.text());
            }
        });
        page.navigate(address + path);
        return page;
    }

    void closePages() {
        browser.contexts().forEach(BrowserContext::close);
        complaints.clear();
    }

    static void tap(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.destroy();
    }
}
