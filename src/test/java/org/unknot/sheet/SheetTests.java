package org.unknot.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.unknot.account.Guests;
import org.unknot.account.Visitor;
import org.unknot.program.Answered;
import org.unknot.program.Program;
import org.unknot.program.Programs;
import org.unknot.shared.Answer;
import org.unknot.shared.QuestionId;
import org.unknot.triage.Changes;
import org.unknot.triage.Triage;

/** The sheet as it comes out of the printer: read back, looked at and photographed. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SheetTests {

    private static final int DPI = 110;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Triage triage;

    @Autowired
    private Programs programs;

    @Autowired
    private JdbcClient jdbc;

    private Visitor visitor = Visitor.NOBODY;
    private String cookie = "";

    @BeforeEach
    void somebodyWithAPlan() {
        var response = new MockHttpServletResponse();
        visitor = guests.admit(new MockHttpServletRequest(), response);
        String set = String.valueOf(response.getHeader("Set-Cookie"));
        cookie = set.substring(0, set.indexOf(';'));
        Answered.withNoToEverything(triage, visitor, 3);
    }

    @Test
    void everythingOfThePlanStandsOnPaper() throws Exception {
        Program plan = programs.today(visitor).orElseThrow();
        try (PDDocument sheet = read(get("/plan/sheet.pdf"))) {
            String text = text(sheet);
            assertThat(text)
                    .contains("Your back plan on paper", "Stop a move", "Get help at once")
                    .contains("not yet reviewed by a clinician")
                    .contains("Then the same on the other side", "Stop at once for", "on each side")
                    .contains("call your local emergency number");
            assertThat(plan.stretches()).isNotEmpty().allSatisfy(stretch -> {
                assertThat(text).contains(stretch.exercise().title());
                assertThat(text.replaceAll("\\s+", " "))
                        .contains(stretch.exercise().stopFor());
            });
            assertThat(text).doesNotContain("{side}", "{other}", "sheet.", "program.");
        }
    }

    @Test
    void itIsA4AndEveryPageSaysForWhichDayAndWhichPageItIs() throws Exception {
        try (PDDocument sheet = read(get("/plan/sheet.pdf"))) {
            int pages = sheet.getNumberOfPages();
            assertThat(pages).isBetween(2, 8);
            for (int page = 1; page <= pages; page++) {
                PDRectangle size = sheet.getPage(page - 1).getMediaBox();
                assertThat(size.getWidth()).isBetween(595f, 596f);
                assertThat(size.getHeight()).isBetween(841f, 843f);
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(sheet))
                        .contains("a plan for this day only", page + " / " + pages)
                        .doesNotContain("Demo");
            }
        }
    }

    @Test
    void thePicturesAreThereAndSoftOnesAreOthers() throws Exception {
        BufferedImage middle = firstPageOf(get("/plan/sheet.pdf"));
        BufferedImage soft = firstPageOf(get("/plan/sheet.pdf", "; build=soft"));

        assertThat(count(middle, 0x1f4f55)).as("pixels of a body").isGreaterThan(1000);
        assertThat(count(soft, 0x1f4f55)).isGreaterThan(count(middle, 0x1f4f55) * 21 / 20);
    }

    @Test
    void thePhoneReadsTheAddressOfThePlanAndNothingAboutThePerson() throws Exception {
        byte[] pdf = get("/plan/sheet.pdf").body();
        try (PDDocument sheet = Loader.loadPDF(pdf)) {
            assertThat(codesSeenIn(sheet)).containsOnly("http://localhost:" + port + "/plan");
            String person = visitor.person().orElseThrow().value().toString();
            assertThat(text(sheet)).doesNotContain(person);
        }
    }

    /** As a phone does: looks several times and from several distances, and one look is enough. Ports differ, so codes do. */
    private static Set<String> codesSeenIn(PDDocument sheet) throws IOException {
        Set<String> seen = new HashSet<>();
        for (int dpi : new int[] {DPI, 150, 200}) {
            BufferedImage page = new PDFRenderer(sheet).renderImageWithDPI(0, dpi);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            try {
                seen.add(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText());
            } catch (ReaderException blurred) {
                continue; // the next look is sharper; none at all fails the test
            }
        }
        return seen;
    }

    @Test
    void largePrintIsLarger() throws Exception {
        try (PDDocument usual = read(get("/plan/sheet.pdf"));
                PDDocument large = read(get("/plan/sheet.pdf?print=large"))) {
            assertThat(large.getNumberOfPages()).isGreaterThan(usual.getNumberOfPages());
            assertThat(text(large)).contains("Your back plan on paper");
        }
    }

    @Test
    void nobodyElseGetsItAndWhoeverPrintsIsWrittenDown() throws Exception {
        assertThat(get("/plan/sheet.pdf").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = ? and purpose = 'PRINT' and allowed")
                        .param(visitor.person().orElseThrow().value())
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isEqualTo(1);

        cookie = "";
        HttpResponse<byte[]> stranger = get("/plan/sheet.pdf");
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location")).contains("/plan");
    }

    @Test
    void inAnEmergencyThereIsNoSheet() throws Exception {
        triage.answer(visitor, Changes.of(new QuestionId("saddle-numb"), Answer.YES));

        assertThat(get("/plan/sheet.pdf").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverPrintsWithoutEndIsAskedToWait() throws Exception {
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            refused += get("/plan/sheet.pdf").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void theSheetIsKeptByNobody() throws Exception {
        HttpResponse<byte[]> answer = get("/plan/sheet.pdf");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return get(path, "");
    }

    private HttpResponse<byte[]> get(String path, String more) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/pdf, */*");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie + more);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static PDDocument read(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Loader.loadPDF(answer.body());
    }

    private static String text(PDDocument sheet) throws Exception {
        return new PDFTextStripper().getText(sheet);
    }

    private static BufferedImage firstPageOf(HttpResponse<byte[]> answer) throws Exception {
        try (PDDocument sheet = read(answer)) {
            return new PDFRenderer(sheet).renderImageWithDPI(0, DPI);
        }
    }

    private static long count(BufferedImage image, int colour) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels)
                .filter(pixel -> (pixel & 0xffffff) == colour)
                .count();
    }
}
