package org.unknot.look;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Screenshots of a running start for a person to look at: {@code Look ADDRESS FOLDER PATH...}; bin/look calls it. Every path
 * in every size, light and dark, whole pages, so that nothing hides below the fold.
 */
final class Look {

    private static final List<int[]> SIZES =
            List.of(new int[] {320, 568}, new int[] {390, 844}, new int[] {844, 390}, new int[] {1280, 800});

    private Look() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[1]);
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (var path : List.of(arguments).subList(2, arguments.length)) {
                for (var size : SIZES) {
                    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        shoot(browser, arguments[0], path, size, scheme, folder);
                    }
                }
            }
        }
    }

    private static void shoot(
            Browser browser, String address, String path, int[] size, ColorScheme scheme, Path folder) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(size[0], size[1])
                .setColorScheme(scheme)
                .setDeviceScaleFactor(size[0] < 1000 ? 2 : 1);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            page.navigate(address + path);
            var name = path.equals("/") ? "home" : path.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
            var file = "%s-%dx%d-%s.png"
                    .formatted(name, size[0], size[1], scheme.name().toLowerCase(Locale.ROOT));
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true));
        }
    }
}
