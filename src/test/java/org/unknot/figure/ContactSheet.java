package org.unknot.figure;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unknot.shared.Side;

/**
 * Every keyframe of every figure on one sheet, light and dark, for a person to look at: {@code ContactSheet FOLDER [--approve]};
 * bin/figures calls it. Six stretches from both sides, a few in every build, all of them once more as small as in a list.
 */
final class ContactSheet {

    private static final Set<String> SIX =
            Set.of("piriformis", "press-up", "knee-to-chest", "trunk-rotation", "downward-dog", "childs-pose");
    private static final List<String> EVERY_BUILD = List.of("knee-to-chest", "piriformis", "sleep-side", "desk-well");

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title>
            <style>
            body{margin:16px;font:14px/1.3 system-ui,sans-serif;background:#faf7f2;color:#1d2425}
            @media(prefers-color-scheme:dark){body{background:#12181a;color:#e8e4dc}}
            section{display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(%dpx,1fr))}
            figure{margin:0}figcaption small{display:block;opacity:.75}svg{width:100%%;height:auto}
            </style>
            """;

    private final Figures figures;
    private final StringBuilder html = new StringBuilder();

    private ContactSheet(Figures figures, int width) {
        this.figures = figures;
        html.append(String.format(Locale.ROOT, HEAD, width));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Figures figures = Goldens.shipped();
        Map<String, String> drawn = Goldens.drawn(figures);
        if (List.of(arguments).contains("--approve")) {
            System.out.println(
                    Goldens.approve(drawn) + " of " + drawn.size() + " stills approved anew in " + Goldens.FOLDER);
            return;
        }
        Files.writeString(folder.resolve("sheet.html"), large(figures));
        Files.writeString(folder.resolve("small.html"), small(figures));
        Map<String, String> approved = Goldens.approved();
        drawn.entrySet().stream()
                .filter(still -> !still.getValue().equals(approved.get(still.getKey())))
                .forEach(still -> System.out.println("Not as approved: " + still.getKey()));
        photograph(folder);
    }

    private static String large(Figures figures) {
        var sheet = new ContactSheet(figures, 330);
        for (FigureId id : figures.all()) {
            sheet.section(id.value());
            for (Keyframe keyframe : figures.figure(id).keyframes()) {
                Side side = figures.figure(id).sided() ? Side.RIGHT : null;
                sheet.one(id, keyframe.id(), side, Build.MIDDLE, true);
                if (SIX.contains(id.value()) && side != null) {
                    sheet.one(id, keyframe.id(), Side.LEFT, Build.MIDDLE, true);
                }
            }
        }
        sheet.section("Builds");
        for (String id : EVERY_BUILD) {
            for (Build build : Build.values()) {
                FigureId figure = new FigureId(id);
                Side side = figures.figure(figure).sided() ? Side.RIGHT : null;
                sheet.one(figure, figures.figure(figure).still(), side, build, false);
            }
        }
        return sheet.html.append("</section></html>").toString();
    }

    private static String small(Figures figures) {
        var sheet = new ContactSheet(figures, 140);
        sheet.section("As small as in a list");
        for (FigureId id : figures.all()) {
            Side side = figures.figure(id).sided() ? Side.RIGHT : null;
            sheet.one(id, figures.figure(id).still(), side, Build.MIDDLE, false);
        }
        return sheet.html.append("</section></html>").toString();
    }

    private void section(String title) {
        html.append(html.indexOf("<section>") < 0 ? "" : "</section>");
        html.append("<h2>").append(title).append("</h2><section>");
    }

    private void one(FigureId id, String keyframe, @Nullable Side side, Build build, boolean words) {
        Description said = figures.describe(id, keyframe, side);
        html.append("<figure>")
                .append(figures.still(id, keyframe, side, build, Palette.STANDALONE))
                .append("<figcaption>")
                .append(said.title())
                .append(build == Build.MIDDLE ? "" : ", " + build.word())
                .append(words ? "<small>" + said.text() + "</small>" : "")
                .append("</figcaption></figure>");
    }

    private static void photograph(Path folder) {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                photograph(browser, folder, "sheet", 1440, scheme);
                photograph(browser, folder, "small", 390, scheme);
            }
        }
    }

    private static void photograph(Browser browser, Path folder, String sheet, int width, ColorScheme scheme) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setDeviceScaleFactor(width < 1000 ? 2 : 1);
        try (var context = browser.newContext(options)) {
            var page = context.newPage();
            page.navigate(folder.resolve(sheet + ".html").toUri().toString());
            String name = sheet + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
        }
    }
}
