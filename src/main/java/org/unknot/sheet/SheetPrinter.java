package org.unknot.sheet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.unknot.shared.Texts;

/**
 * Sets a sheet in type on A4. The letters are within the file, so that it prints alike everywhere. Made when the first sheet is
 * asked for and not before: what it needs is large and most people never print.
 */
final class SheetPrinter {

    private static final String FONTS = "/fonts/atkinson-hyperlegible-next/";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Texts texts;
    private final boolean demo;
    private final String style;

    /** @param demo whether everybody is invented, which each page then says */
    SheetPrinter(Texts texts, boolean demo) {
        this.texts = texts;
        this.demo = demo;
        XRLog.setLoggingEnabled(false); // it tells every step it takes
        try (InputStream file = resource("/sheet/sheet.css")) {
            this.style = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] print(Sheet sheet) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(200_000);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> resource(FONTS + "regular.ttf"), "Atkinson", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> resource(FONTS + "semibold.ttf"), "Atkinson", 600, FontStyle.NORMAL, true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.usePdfUaAccessibility(true); // tagged for screen readers; and no search of the system for fonts
        builder.withProducer("Unknot");
        builder.withHtmlContent(html(sheet), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The sheet could not be set", e);
        }
        return pdf.toByteArray();
    }

    String html(Sheet sheet) {
        StringOutput html = new StringOutput();
        templates.render("sheet/sheet.jte", Map.of("texts", texts, "style", style, "sheet", sheet, "demo", demo), html);
        return html.toString();
    }

    private static InputStream resource(String path) {
        InputStream file = SheetPrinter.class.getResourceAsStream(path);
        if (file == null) {
            throw new IllegalStateException("The build has no " + path);
        }
        return file;
    }
}
