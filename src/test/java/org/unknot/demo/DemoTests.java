package org.unknot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.moments.support.Now;
import org.unknot.Unknot;
import org.unknot.account.AnyPhone;
import org.unknot.shared.BadInput;

/** A start with --demo over a folder of its own, as a person meets it; and that nothing of it is there in any other start. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {

    private static final String BANNER = "Demo: invented people";
    private static final String TAKEN = "Demo: all of this is invented.";

    @TempDir
    private Path folder;

    @LocalServerPort
    private int realPort;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private List<Object> beans;

    @BeforeEach
    void everyUserMayPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void thePrintedLinksSignInAndEveryPageSaysThatNobodyIsReal(CapturedOutput printed) throws IOException {
        int made;
        try (ConfigurableApplicationContext demo = startDemo()) {
            made = people(demo);
            int port = port(demo);
            assertThat(new AnyPhone(port).get("/").body()).contains(BANNER);
            assertThat(new AnyPhone(port).get("/learn/whom-to-see").body())
                    .contains("Riverbend Back Clinic", "Monday to Friday");

            AnyPhone ot = signIn(port, link(printed, "a soft tissue OT"), "/staff");
            assertThat(ot.get("/staff").body()).contains("Theo Marsh", BANNER);
            String people = ot.get("/staff/people").body();
            assertThat(people)
                    .contains("Mara Winter", "Dana Field", "Lily Brook", "Has not let the clinic see them yet")
                    .doesNotContain("Kit Vale");
            String mara = ot.get(address(people, "Mara Winter")).body();
            assertThat(mara)
                    .contains("Day 8", "Sessions done", "Stopped ", "7 → 7", "worse", "A heat pack", "warm bath")
                    .contains("with the questions", "before a session", "<td data-label=\"How it went\">6 done")
                    .doesNotContain("0 done", ">0 easier", ", 0 skipped");
            assertThat(ot.get(address(people, "Dana Field")).body()).contains("Day 0", "6 of 10");

            String once = link(printed, "the owner");
            assertThat(new AnyPhone(port).get(once).statusCode())
                    .as("looking uses nothing up")
                    .isEqualTo(200);
            AnyPhone owner = signIn(port, once, "/staff");
            assertThat(new AnyPhone(port).post(once, "").statusCode()).isEqualTo(404);
            assertThat(new AnyPhone(port).get(once).statusCode()).isEqualTo(404);
            assertThat(owner.get("/staff/team").body())
                    .contains("Olive Ashdown", "Theo Marsh", "Priya Lind", "Jonas Reed", "Mina Castell", "Frank Dale")
                    .contains("Ada Quill");
            assertThat(owner.get("/staff/settings").body()).contains("Australia/Sydney", "Last year’s app");
            assertThat(owner.get("/staff/audit?verify=true").body()).contains("Every entry fits the one before it.");

            AnyPhone patient = signIn(port, link(printed, "a patient in her second week"), "/plan");
            assertThat(patient.get("/plan").body()).contains(BANNER);
            assertThat(patient.get("/play").body()).containsPattern("<p class=\"demo-banner\">" + BANNER);
            assertEverythingTakenAwaySays(patient, TAKEN);
            assertThat(new AnyPhone(port).get("/sw.js").body()).contains("css/modules/demo.css");
            assertThat(tag(port))
                    .as("a browser keeps no page of the one for the other")
                    .isNotEqualTo(tag(realPort));

            assertThat(demo.getBean(Now.class).instant())
                    .as("the time is the real one again")
                    .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
            assertThat(new AnyPhone(port).get("/time-machine").statusCode())
                    .as("only with a setting of its own")
                    .isEqualTo(404);
        }
        try (ConfigurableApplicationContext again = startDemo()) {
            assertThat(people(again)).as("nobody was made twice").isEqualTo(made);
            signIn(port(again), link(printed, "the owner"), "/staff");
        }
        assertThat(printed).doesNotContain("Everybody in this database is invented");
        try (ConfigurableApplicationContext real =
                run("--unknot.data=" + folder.resolve("data"), "--unknot.database.url=")) {
            assertThat(printed).contains("Everybody in this database is invented");
            assertThat(new AnyPhone(port(real)).get("/").body()).doesNotContain("Demo: invented");
        }
    }

    @Test
    void whereThereIsSomebodyRealItDoesNotStart() {
        AnyPhone.withPlan(realPort);
        Throwable refused = catchThrowable(() -> run(
                        "--unknot.demo=true",
                        "--unknot.database.url=" + test("url"),
                        "--unknot.database.user=" + test("user"),
                        "--unknot.database.password=" + test("password"))
                .close());
        assertThat(NestedExceptionUtils.getMostSpecificCause(refused))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("people in this one are real");
        assertThat(jdbc.sql("select count(*) from demo.mark")
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void withoutItNothingOfItIsThere() {
        AnyPhone anybody = AnyPhone.withPlan(realPort);
        for (String page : List.of("/", "/plan", "/play", "/sw.js")) {
            assertThat(anybody.get(page).body()).as(page).doesNotContain("invented", "demo");
        }
        assertThat(anybody.get("/demo/sign-in/AAAAAAAAAAAAAAAAAAAAAAAA").statusCode())
                .isEqualTo(404);
        assertThat(anybody.post("/demo/sign-in/AAAAAAAAAAAAAAAAAAAAAAAA", "").statusCode())
                .isEqualTo(404);
        assertThat(beans)
                .filteredOn(bean -> bean.getClass().getPackageName().startsWith("org.unknot.demo"))
                .extracting(bean -> bean.getClass().getSimpleName())
                .allMatch(name -> name.matches("(Marks|Leftover|DemoTests).*"));
    }

    private static void assertEverythingTakenAwaySays(AnyPhone phone, String words) throws IOException {
        assertThat(pagesOfTheSheet(phone)).hasSizeGreaterThan(1).allMatch(page -> page.contains(words));
        Map<String, String> copy =
                AnyPhone.unzipped(phone.download("/account/copy").body());
        assertThat(copy.get("record.html")).containsPattern("<main>\\s*<p><strong>" + words);
        assertThat(copy.get("record.json")).startsWith("{").containsPattern("^\\{\\s*\"demo\" : \"" + words);
    }

    private static List<String> pagesOfTheSheet(AnyPhone phone) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument sheet = Loader.loadPDF(phone.file("/plan/sheet.pdf").body())) {
            for (int page = 1; page <= sheet.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                pages.add(one.getText(sheet));
            }
        }
        return pages;
    }

    /** Without the clinic's country behind it, which a demo sets too. */
    private static String tag(int port) {
        String tag = new AnyPhone(port).get("/").headers().firstValue("ETag").orElseThrow();
        return tag.substring(0, tag.indexOf('-'));
    }

    private ConfigurableApplicationContext startDemo() {
        return run("--unknot.demo=true", "--unknot.data=" + folder.resolve("data"), "--unknot.database.url=");
    }

    private String test(String setting) {
        return environment.getRequiredProperty("unknot.test-database." + setting);
    }

    private static ConfigurableApplicationContext run(String... settings) {
        return new SpringApplicationBuilder(Unknot.class)
                .run(Stream.concat(Stream.of(settings), Stream.of("--server.port=0"))
                        .toArray(String[]::new));
    }

    private static int people(ConfigurableApplicationContext demo) {
        return demo.getBean(JdbcClient.class)
                .sql("select count(*) from account.person")
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private static int port(ConfigurableApplicationContext demo) {
        return demo.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static AnyPhone signIn(int port, String link, String leadsTo) {
        AnyPhone phone = new AnyPhone(port);
        HttpResponse<String> pressed = phone.post(link, "");
        assertThat(pressed.headers().firstValue("Location").orElse("")).isEqualTo(leadsTo);
        return phone;
    }

    private static String link(CharSequence printed, String who) {
        Matcher found =
                Pattern.compile("Demo: as " + who + ": http://[^/]+(/\\S+)").matcher(printed.toString());
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        assertThat(last).as("printed for " + who).isNotEmpty();
        return last;
    }

    private static String address(String people, String name) {
        Matcher found = Pattern.compile("<a href=\"(/staff/people/[0-9a-f-]{36})\">" + name)
                .matcher(people);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
